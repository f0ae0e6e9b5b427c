import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords, dayInWords } from '../../analytics/index.js';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import { releaseRule } from './conditions.js';
import type { DeclineOverridden, Recommendation } from './decision.view.js';
import { AlreadyOverridden, NotDeclined, TermsWithoutLimit } from './decisions.errors.js';
import type { OverrideInput } from './decisions.inputs.js';
import { DecisionsService } from './decisions.service.js';
import { termsInWords } from './offer-of.js';
import { Outcome } from './outcome.js';
import type { OfferedInstead, OverrideGround } from './override.view.js';
import { Policies } from './policies.service.js';
import { policyOf } from './policy.js';

interface Asked {
  decisionId: number;
  /** Not in what was asked for before referrals were decided here. */
  recommended?: Outcome;
  outcome: Outcome;
  ground: OverrideGround;
  reason: string;
  /** Not in what was asked for before the offer was said. */
  offer?: OfferedInstead | null;
}

/** A person decides otherwise than a recommendation to decline. The decision keeps both. */
@Injectable()
export class Overrides implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly decisions: DecisionsService,
    private readonly customers: CustomersService,
    private readonly clock: Clock,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
    private readonly policies: Policies,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.OVERRIDE_DECLINE, (client, customerId, asked: Asked, signed) =>
      this.write(client, customerId, asked, signed),
    );
  }

  /** What could be lost before we stop supplying is at stake, and no less than the limit that is given. */
  async overrideDecline({ customerId, decisionId, ...input }: OverrideInput): Promise<DeclineOverridden> {
    const customer = await this.customers.byId(customerId);
    const decision = await this.decisions.byKey(customer.id, decisionId);
    const { recommendation, decidedOn, override } = decision;
    if (recommendation.outcome !== Outcome.DECLINE && recommendation.outcome !== Outcome.REFER)
      throw new NotDeclined(customer.name, decidedOn);
    if (override) throw new AlreadyOverridden(override.askedBy);
    const { outcome, ground, reason } = input;
    const asked: Asked = { decisionId: decision.id, recommended: recommendation.outcome, outcome, ground, reason };
    if (outcome === Outcome.DECLINE) {
      // It takes risk away: no second person has to look.
      if (recommendation.outcome === Outcome.DECLINE) throw new NotDeclined(customer.name, decidedOn);
      const signed = { askedBy: caller().name, approvedBy: null };
      await this.sql.transaction((client) => this.write(client, customer.id, asked, signed));
      return { approval: null, decision: await this.decisions.byKey(customer.id, decisionId) };
    }
    const what = recommendation.outcome === Outcome.DECLINE ? 'Override the decline' : 'Decide what was referred';
    const offer = await this.offeredInstead(recommendation, input);
    const { currency } = recommendation.limit;
    const stakeMinor = Math.max(recommendation.exposureAtDefault.minor, offer.limitMinor);
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.OVERRIDE_DECLINE,
      customer,
      subjectId: decision.id,
      amount: money(stakeMinor, currency),
      summary: `${what} of ${customer.name} of ${dayInWords(decidedOn)}: ${words[outcome]}, ${inWords(offer, currency)}, with ${amountInWords(stakeMinor, currency)} at stake.`,
      reason: `${ground}: ${reason}`,
      input: { ...asked, offer },
    });
    return { approval, decision: await this.decisions.byKey(customer.id, decisionId) };
  }

  /** What is offered instead: as it was said, else as recommended. What gives no credit is payment before supply. */
  private async offeredInstead(
    of: Recommendation,
    said: Omit<OverrideInput, 'customerId' | 'decisionId'>,
  ): Promise<OfferedInstead> {
    const { limitMinor = of.limit.minor, depositMinor = of.deposit.minor, termsDays = of.termsDays } = said;
    if (limitMinor === 0 && termsDays > 0) throw new TermsWithoutLimit(termsDays);
    const policy = policyOf(await this.policies.document(of.policyVersion));
    return { limitMinor, depositMinor, termsDays, releaseRule: releaseRule(depositMinor, policy) };
  }

  private async write(
    client: pg.ClientBase,
    customerId: number,
    { decisionId, recommended, outcome, ground, reason, offer = null }: Asked,
    { askedBy, approvedBy }: Signed,
  ): Promise<void> {
    const { rowCount } = await client.query(
      `insert into decision_override (customer_id, decision_id, outcome, ground, reason, asked_by, approved_by, overridden_at,
         limit_minor, deposit_minor, terms_days, release_rule)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        ...[customerId, decisionId, outcome, ground, reason, askedBy, approvedBy, this.clock.now()],
        ...[offer?.limitMinor, offer?.depositMinor, offer?.termsDays, offer?.releaseRule],
      ],
    );
    if (rowCount === 0) throw new AlreadyOverridden('Somebody');
    await this.audit.record(client, {
      action: outcome === Outcome.DECLINE ? 'declined what was referred' : 'overrode a decline',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { outcome: recommended ?? Outcome.DECLINE },
      after: { outcome, ...(offer && { offer }) },
      reason,
      details: { decision: decisionId, ground, askedBy, approvedBy },
    });
  }
}

const words: Record<OverrideInput['outcome'], string> = {
  [Outcome.APPROVE]: 'approve',
  [Outcome.APPROVE_WITH_CONDITIONS]: 'approve with conditions',
  [Outcome.DECLINE]: 'decline',
};

function inWords(offer: OfferedInstead, currency: string): string {
  const { limitMinor, depositMinor } = offer;
  const deposit = depositMinor > 0 ? `deposit ${amountInWords(depositMinor, currency)}` : 'no deposit';
  if (limitMinor === 0) return `payment before supply, ${deposit}`;
  return `limit ${amountInWords(limitMinor, currency)}, ${termsInWords(offer)}, ${deposit}`;
}
