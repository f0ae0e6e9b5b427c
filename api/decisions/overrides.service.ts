import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords, dayInWords } from '../../analytics/index.js';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { CustomersService } from '../customers/customers.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { DeclineOverridden } from './decision.view.js';
import { AlreadyOverridden, NotDeclined } from './decisions.errors.js';
import type { OverrideInput } from './decisions.inputs.js';
import { DecisionsService } from './decisions.service.js';
import { Outcome } from './outcome.js';
import type { OverrideGround } from './override.view.js';

interface Asked {
  decisionId: number;
  /** Not in what was asked for before referrals were decided here. */
  recommended?: Outcome;
  outcome: Outcome;
  ground: OverrideGround;
  reason: string;
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
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.OVERRIDE_DECLINE, (client, customerId, asked: Asked, signed) =>
      this.write(client, customerId, asked, signed),
    );
  }

  /** What could be lost before we stop supplying is at stake. */
  async overrideDecline({ customerId, decisionId, ...how }: OverrideInput): Promise<DeclineOverridden> {
    const customer = await this.customers.byId(customerId);
    const decision = await this.decisions.byKey(customer.id, decisionId);
    const { recommendation, decidedOn, override } = decision;
    if (recommendation.outcome !== Outcome.DECLINE && recommendation.outcome !== Outcome.REFER)
      throw new NotDeclined(customer.name, decidedOn);
    if (override) throw new AlreadyOverridden(override.askedBy);
    const asked: Asked = { decisionId: decision.id, recommended: recommendation.outcome, ...how };
    if (how.outcome === Outcome.DECLINE) {
      // It takes risk away: no second person has to look.
      if (recommendation.outcome === Outcome.DECLINE) throw new NotDeclined(customer.name, decidedOn);
      const signed = { askedBy: caller().name, approvedBy: null };
      await this.sql.transaction((client) => this.write(client, customer.id, asked, signed));
      return { approval: null, decision: await this.decisions.byKey(customer.id, decisionId) };
    }
    const what = recommendation.outcome === Outcome.DECLINE ? 'Override the decline' : 'Decide what was referred';
    const { exposureAtDefault: stake } = recommendation;
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.OVERRIDE_DECLINE,
      customer,
      subjectId: decision.id,
      amount: stake,
      summary: `${what} of ${customer.name} of ${dayInWords(decidedOn)}: ${words[how.outcome]}, with ${amountInWords(stake.minor, stake.currency)} at stake.`,
      reason: `${how.ground}: ${how.reason}`,
      input: asked,
    });
    return { approval, decision: await this.decisions.byKey(customer.id, decisionId) };
  }

  private async write(
    client: pg.ClientBase,
    customerId: number,
    { decisionId, recommended, outcome, ground, reason }: Asked,
    { askedBy, approvedBy }: Signed,
  ): Promise<void> {
    const { rowCount } = await client.query(
      `insert into decision_override (customer_id, decision_id, outcome, ground, reason, asked_by, approved_by, overridden_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [customerId, decisionId, outcome, ground, reason, askedBy, approvedBy, this.clock.now()],
    );
    if (rowCount === 0) throw new AlreadyOverridden('Somebody');
    await this.audit.record(client, {
      action: outcome === Outcome.DECLINE ? 'declined what was referred' : 'overrode a decline',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { outcome: recommended ?? Outcome.DECLINE },
      after: { outcome },
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
