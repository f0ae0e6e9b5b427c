import { Injectable } from '@nestjs/common';
import { amountInWords } from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import { type ApplicationMade, Applications } from './applications.service.js';
import { DecisionsService } from './decisions.service.js';
import { KeepDecision } from './keep-decision.service.js';
import { Policies } from './policies.service.js';
import { type Policy, policyOf } from './policy.js';
import { type RecommendationRecord, recommendation } from './recommendation.js';
import type { RenewTermsInput } from './renewals.inputs.js';
import type { Renewal } from './renewals.view.js';
import { shown } from './show-recommendation.js';
import { WhatWasAgreed } from './what-was-agreed.service.js';

/** What we would agree today with a customer that we supply: for a renewal, or because it asks for more. */
@Injectable()
export class Renewals {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly facts: WhatWasAgreed,
    private readonly applications: Applications,
    private readonly policies: Policies,
    private readonly keeping: KeepDecision,
    private readonly decisions: DecisionsService,
  ) {}

  async renew({ customerId, limitAskedMinor, termsDaysAsked, keep }: RenewTermsInput): Promise<Renewal> {
    const facts = await this.facts.of(customerId);
    const policy = policyOf(await this.policies.inForce());
    const input = { ...facts.input, ...(termsDaysAsked != null && { termsDaysAsked }) };
    const made = await this.applications.of(input, { asks: true, isRenewal: true });
    const application: Application = {
      ...made.application,
      ...(facts.agreed && { agreed: facts.agreed }),
    };
    const asked = limitAskedMinor == null ? application : this.withLimit(application, limitAskedMinor, policy);
    const record = recommendation(asked, this.clock.today(), policy);
    const decision = keep ? await this.keep({ ...made, application: asked }, record) : null;
    return {
      customerId: Number(customerId),
      recommendation: shown(record),
      decision,
      askedSentence: sentence(limitAskedMinor, record),
      asking: made.asking,
    };
  }

  /** Whoever asks for a limit buys as much as takes one: more or less in the same rhythm. More is never given. */
  private withLimit(of: Application, limitMinor: number, policy: Policy): Application {
    const needed = recommendation(of, this.clock.today(), policy).requiredExposureMinor;
    const times = limitMinor / Math.max(1, needed);
    const scaled = (minor: number) => Math.max(1, Math.round(minor * times));
    return {
      ...of,
      limitAskedMinor: limitMinor,
      contractValueMinor: scaled(of.contractValueMinor),
      monthlyRunMinor: scaled(of.monthlyRunMinor),
      workInProgressMinor: Math.round(of.workInProgressMinor * times),
    };
  }

  private async keep(made: ApplicationMade, record: RecommendationRecord) {
    const { customerId, id } = await this.sql.transaction((client) => this.keeping.keep(client, made, record));
    return this.decisions.byKey(customerId, String(id));
  }
}

function sentence(
  limitMinor: number | null | undefined,
  { limitMinor: given, currency, limitParts }: RecommendationRecord,
): string | null {
  if (limitMinor == null) return null;
  if (given >= limitMinor) return `${amountInWords(limitMinor, currency)} can be agreed.`;
  const bound = limitParts.find(({ isBinding }) => isBinding)?.name.toLowerCase() ?? 'what is needed';
  return `${amountInWords(given, currency)} of the ${amountInWords(limitMinor, currency)} asked for can be agreed: the bound is ${bound}.`;
}
