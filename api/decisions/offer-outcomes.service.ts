import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { amountInWords, roundMinor } from '../../analytics/index.js';
import { type Approval, ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { mustBeAllowed } from '../auth/allow.js';
import { CustomerStage } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { Decision, Recommendation } from './decision.view.js';
import { CustomerClosed, DecidedSince, NoOffer, NoRateForLimit, OfferOver, OutcomeTold } from './decisions.errors.js';
import { DecisionsService } from './decisions.service.js';
import { offerOf } from './offer-of.js';
import type { OfferOutcomeInput } from './offer-outcome.inputs.js';
import { type AcceptanceOfDeposit, OfferResult } from './offer-outcome.view.js';
import { Outcome } from './outcome.js';
import { Policies } from './policies.service.js';
import { policyOf } from './policy.js';

interface Told {
  decisionId: number;
  result: OfferResult;
  note: string | null;
}

const BANDS = [0, 0.1, 0.25, 0.5, 1];

/** What became of offers. Whoever takes one becomes a customer on its terms. */
@Injectable()
export class OfferOutcomes implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly approvals: Approvals,
    private readonly customers: CustomersService,
    private readonly decisions: DecisionsService,
    private readonly rates: RatesService,
    private readonly policies: Policies,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.ACCEPT_CUSTOMER, (client, customerId, told: Told, signed) =>
      this.accept(client, customerId, told, signed),
    );
  }

  /** Its limit is at stake: at once within the authority of whoever tells it, else when another person approves. */
  async tell({
    customerId,
    decisionId,
    ...how
  }: OfferOutcomeInput): Promise<{ decision: Decision; approval: Approval | null }> {
    const customer = await this.customers.byId(customerId);
    const decision = await this.offerOf(customer.id, decisionId);
    // What stands in the decision of another is not told to whoever may not read it.
    if (decision.decidedBy !== caller().name) mustBeAllowed('credit-checks.read', caller());
    const told: Told = { decisionId: decision.id, result: how.result, note: how.note?.trim() || null };
    const again = () => this.decisions.byKey(customer.id, decisionId);
    if (how.result !== OfferResult.ACCEPTED) {
      await this.sql.transaction(async (client) => {
        await this.write(client, customer.id, decision, told, { askedBy: caller().name, approvedBy: null });
        await this.audit.record(client, {
          action: 'told what became of an offer',
          subjectType: 'customer',
          subjectId: String(customer.id),
          after: { result: told.result },
          reason: told.note ?? undefined,
          details: { decision: decision.id },
        });
      });
      return { decision: await again(), approval: null };
    }
    const { limit, deposit, paymentTerms } = offerOf(decision);
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.ACCEPT_CUSTOMER,
      customer,
      subjectId: decision.id,
      amount: (await this.isOwnMaking(limit.currency, customer.currency)) ? null : limit,
      summary: `Take ${customer.name} on as a customer: limit ${amountInWords(limit.minor, limit.currency)}, ${paymentTerms}, ${deposit.minor > 0 ? `deposit ${amountInWords(deposit.minor, deposit.currency)}` : 'no deposit'}.`,
      reason: told.note,
      input: told,
    });
    return { decision: await again(), approval };
  }

  /** Counted from our own offers, beside what was assumed when they were made. */
  async byDeposit(): Promise<AcceptanceOfDeposit[]> {
    const rows = await this.sql.rows<{ band: number; offers: number; accepted: number; assumed: number | null }>(
      `select width_bucket(deposit_share, array[0.0000001, 0.1000001, 0.2500001, 0.5000001]) as band, count(*) as offers,
              count(*) filter (where result = 'accepted') as accepted, avg(acceptance) as assumed from offer_outcome group by 1`,
    );
    return BANDS.map((upTo, band) => {
      const { offers = 0, accepted = 0, assumed = null } = rows.find((row) => row.band === band) ?? {};
      return { above: BANDS[band - 1] ?? 0, upTo, offers, accepted, assumed };
    });
  }

  private async offerOf(customerId: number, decisionId: string): Promise<Decision> {
    const decision = await this.decisions.byKey(customerId, decisionId);
    if (decision.offerOutcome) throw new OutcomeTold(decision.offerOutcome.toldBy);
    if (decision.outcome !== Outcome.APPROVE && decision.outcome !== Outcome.APPROVE_WITH_CONDITIONS)
      throw new NoOffer();
    return decision;
  }

  /** The customer, its terms, its review and the deposit to be invoiced: all or none. */
  private async accept(client: pg.ClientBase, customerId: number, told: Told, signed: Signed): Promise<void> {
    const { rows } = await client.query<{ stage: string; newest: number }>(
      'select stage, (select max(id) from decision where customer_id = $1) as newest from customer where id = $1 for update',
      [customerId],
    );
    const decision = await this.offerOf(customerId, String(told.decisionId));
    // An earlier yes is none after a later no.
    if (rows[0]?.newest !== decision.id) throw new DecidedSince();
    if (rows[0].stage === CustomerStage.CLOSED) throw new CustomerClosed();
    const of = { ...decision.recommendation, ...offerOf(decision) };
    const today = this.clock.today();
    if (of.validUntil !== null && of.validUntil < today) throw new OfferOver(of.validUntil);
    const before = await this.customers.byId(customerId);
    const limitMinor = await this.inCurrency(of.limit, before.currency);
    await this.write(client, customerId, decision, told, signed);
    await client.query(
      `insert into agreement (customer_id, decision_id, agreed_on, currency, limit_minor, deposit_minor, terms_days, billing_period_days, reminder_ladder, release_rule, review_on, agreed_by, approved_by,
         release_invoices, release_days_late)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[customerId, decision.id, today, of.limit.currency, of.limit.minor, of.deposit.minor, of.termsDays],
        ...[of.billingPeriodDays, of.reminderLadder, of.releaseRule, of.reviewOn, signed.askedBy, signed.approvedBy],
        ...(await this.releaseOf(of)),
      ],
    );
    await client.query(`update customer set stage = 'active', credit_limit_minor = $2, terms_days = $3 where id = $1`, [
      customerId,
      limitMinor,
      of.termsDays,
    ]);
    await this.audit.record(client, {
      action: 'took a customer on',
      subjectType: 'customer',
      subjectId: String(customerId),
      before: { stage: before.stage, limitMinor: before.creditLimitMinor, termsDays: before.termsDays },
      after: { stage: 'active', limitMinor, termsDays: of.termsDays },
      reason: told.note ?? undefined,
      details: { decision: decision.id, depositToInvoice: of.deposit.minor, reviewOn: of.reviewOn, ...signed },
    });
  }

  /** In figures, by the policy it was offered with; nothing without a deposit. */
  private async releaseOf({ releaseRule, policyVersion }: Recommendation): Promise<[number, number] | [null, null]> {
    if (releaseRule === null) return [null, null];
    const { releaseInvoices, releaseDaysLate } = policyOf(await this.policies.document(policyVersion));
    return [releaseInvoices, releaseDaysLate];
  }

  private async write(client: pg.ClientBase, customerId: number, decision: Decision, told: Told, signed: Signed) {
    const { best } = decision.recommendation;
    const { depositShare } = offerOf(decision);
    const { rowCount } = await client.query(
      `insert into offer_outcome (customer_id, decision_id, result, note, told_by, approved_by, told_at, deposit_share, acceptance)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        ...[customerId, decision.id, told.result, told.note, signed.askedBy, signed.approvedBy, this.clock.now()],
        // How often it would be taken is known of what was recommended alone.
        ...[depositShare, decision.override?.offer ? null : (best?.acceptance ?? null)],
      ],
    );
    if (rowCount === 0) throw new OutcomeTold('Somebody');
  }

  /** The limit is set in another currency, by a rate of whoever asks: then it is not theirs to say what it comes to. */
  private async isOwnMaking(offered: string, customers: string): Promise<boolean> {
    return offered !== customers && this.rates.isOwnMaking(caller().name, customers);
  }

  private async inCurrency({ minor, currency }: { minor: number; currency: string }, to: string): Promise<number> {
    if (currency === to) return minor;
    const { factors } = await this.rates.on(this.clock.today());
    const [from, into] = [factors.get(currency), factors.get(to)];
    if (from === undefined || into === undefined) throw new NoRateForLimit(currency, to);
    return roundMinor((minor * from) / into);
  }
}
