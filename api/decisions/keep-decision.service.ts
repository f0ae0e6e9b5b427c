import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { CreditApplications } from '../credit-applications/credit-applications.service.js';
import { CreditCheckProvider } from '../credit-checks/credit-check.view.js';
import { CreditCheckOfAnother } from '../credit-checks/credit-checks.errors.js';
import { keepCreditCheck } from '../credit-checks/keep-credit-check.js';
import { Prospects } from '../customers/prospects.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import type { ApplicationMade } from './applications.service.js';
import type { OfferOutcome } from './offer-outcome.view.js';
import type { DecisionOverride } from './override.view.js';
import { Policies } from './policies.service.js';
import type { RecommendationRecord } from './recommendation.js';

/** As it is kept: the offers put against each other are worked out again when somebody asks (`replay`). */
export type KeptRecommendation = Omit<RecommendationRecord, 'offers'>;

export interface DecisionRow {
  customerId: number;
  id: number;
  decidedOn: string;
  decidedBy: string;
  inputs: unknown;
  recommendation: KeptRecommendation;
  override?: (Omit<DecisionOverride, 'at'> & { at: string }) | null;
  offerOutcome?: (Omit<OfferOutcome, 'toldAt'> & { toldAt: string }) | null;
}

export const decisionColumns = `d.customer_id as "customerId", d.id, d.decided_on as "decidedOn", d.decided_by as "decidedBy", d.inputs, d.recommendation`;

/** Keeps a recommendation as a decision, with the credit check that it stands on. */
@Injectable()
export class KeepDecision {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly prospects: Prospects,
    private readonly policies: Policies,
    private readonly applications: CreditApplications,
  ) {}

  /** The prospect, the credit check that was typed in, the decision and its audit entry: all or none. */
  async keep(
    client: pg.ClientBase,
    made: ApplicationMade,
    record: RecommendationRecord,
    applicationId?: string,
  ): Promise<DecisionRow> {
    const { application } = made;
    const { offers: _, ...kept } = record;
    await this.policies.store(client, record.policyVersion);
    const customerId = made.customerId ?? (await this.prospects.knownOrNew(client, application));
    const checkId = await this.creditCheck(client, customerId, made);
    const { rows } = await client.query<DecisionRow>(
      `insert into decision as d (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version, credit_check_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${decisionColumns}`,
      [
        customerId,
        record.asOf,
        caller().name,
        record.outcome,
        record.points,
        record.grade,
        application,
        kept,
        record.cardVersion,
        record.policyVersion,
        checkId,
      ],
    );
    const decision = rows[0] as DecisionRow;
    if (applicationId !== undefined) await this.applications.decided(client, applicationId, customerId, decision.id);
    await this.audit.record(client, {
      action: 'kept a decision',
      subjectType: 'customer',
      subjectId: String(customerId),
      details: {
        outcome: record.outcome,
        points: record.points,
        limitMinor: record.limitMinor,
        depositMinor: record.depositMinor,
        currency: record.currency,
        creditCheck: checkId,
      },
    });
    return decision;
  }

  /** The one that was chosen, or the one that was typed in; null when nothing was. */
  private async creditCheck(client: pg.ClientBase, customerId: number, { check, typed }: ApplicationMade) {
    if (check) {
      if (check.customerId !== customerId) throw new CreditCheckOfAnother();
      return check.id;
    }
    if (!typed) return null;
    const kept = await keepCreditCheck(client, {
      customerId,
      provider: CreditCheckProvider.TYPED_IN,
      reference: 'vetting',
      reportedOn: this.clock.today(),
      receivedAt: this.clock.now(),
      askedBy: caller().name,
      received: typed.received,
      report: typed.report,
    });
    return kept.id;
  }
}
