import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { addDays, amountInWords, dayInWords } from '../../analytics/index.js';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals } from '../approvals/approvals.service.js';
import { type Act, Audit } from '../audit/audit.service.js';
import { CustomerStage } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { BalancesLoader } from '../ledger/balances.loader.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import {
  DayNotInBook,
  HoldNeedsReason,
  NothingToHold,
  NotProposed,
  StepNotAllowed,
  UntilMustBeLater,
} from './standing.errors.js';
import type { DismissInput, HoldInput, ReleaseInput } from './standing.inputs.js';
import { StandingLoader } from './standing.loader.js';
import { allowedSteps } from './standing.states.js';
import { type HoldReleased, type Standing, StandingState } from './standing.view.js';
import { StopListService } from './stop-list.service.js';

/** A dismissed proposal comes back after so many days. */
const DISMISSED_DAYS = 30;

interface Change {
  to: StandingState;
  action: string;
  reasons: string[];
  note?: string;
  asOf: string;
}

@Injectable()
export class StandingService implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersService,
    private readonly stopList: StopListService,
    private readonly audit: Audit,
    private readonly approvals: Approvals,
    private readonly balances: BalancesLoader,
    private readonly standings: StandingLoader,
  ) {}

  onModuleInit(): void {
    this.approvals.declare(ApprovalAction.RELEASE_HOLD, async (client, customerId, { note }: { note: string }) => {
      const asOf = this.clock.today();
      const action = 'released the hold';
      await this.write(client, customerId, { to: StandingState.GOOD, action, reasons: [note], note, asOf });
    });
  }

  /** A person confirms: the reasons seen on the day are kept with it. */
  async putOrdersOnHold(input: HoldInput): Promise<Standing> {
    const asOf = input.asOf ?? this.clock.today();
    const customer = await this.customers.byId(input.customerId);
    if (customer.stage === CustomerStage.PROSPECT) throw new NothingToHold(customer.name);
    await this.mustBeInBook(asOf);
    const reasons = (await this.stopList.reasonsFor(customer.id, asOf)).map(({ sentence }) => sentence);
    const note = input.note?.trim();
    const kept = note ? [...reasons, note] : reasons;
    if (kept.length === 0) throw new HoldNeedsReason(customer.name, asOf);
    return this.change(input.customerId, StandingState.ORDERS_ON_HOLD, 'put orders on hold', kept, note, asOf);
  }

  /** What it owes is at stake when it is supplied again. */
  async releaseHold({ customerId, note }: ReleaseInput): Promise<HoldReleased> {
    const customer = await this.customers.byId(customerId);
    mustBeAllowed(customer.name, await this.stateOf(customer.id), StandingState.GOOD);
    const { balance } = await this.balances.of({}, customer.id, { asOf: this.clock.today() });
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.RELEASE_HOLD,
      customer,
      amount: money(Math.max(0, balance), customer.currency),
      summary: `Release the hold on ${customer.name}, which owes ${amountInWords(balance, customer.currency)}.`,
      reason: note,
      input: { note },
    });
    return { approval, standing: await this.standings.of({}, customer.id, undefined) };
  }

  async dismiss(input: DismissInput): Promise<boolean> {
    const asOf = input.asOf ?? this.clock.today();
    const until = input.untilDay ?? addDays(asOf, DISMISSED_DAYS);
    if (until <= asOf) throw new UntilMustBeLater(until, asOf);
    const customer = await this.customers.byId(input.customerId);
    await this.mustBeInBook(asOf);
    const rules = (await this.stopList.reasonsFor(customer.id, asOf)).map(({ rule }) => rule);
    if (rules.length === 0) throw new NotProposed(customer.name, asOf);
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into dismissed_proposal (customer_id, dismissed_on, until_on, rules, note, dismissed_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (customer_id, dismissed_on) do update set until_on = excluded.until_on, rules = excluded.rules, note = excluded.note, dismissed_by = excluded.dismissed_by`,
        [customer.id, asOf, until, JSON.stringify(rules), input.note ?? null, caller().name],
      );
      await this.record(client, customer.id, {
        action: 'dismissed a proposal to hold',
        reason: input.note,
        details: { asOf, until, rules },
      });
    });
    return true;
  }

  /** The reasons kept are those of a day that somebody can know something of. */
  private async mustBeInBook(asOf: string): Promise<void> {
    const today = this.clock.today();
    if (asOf > today)
      throw new DayNotInBook(`${dayInWords(asOf)} has not come yet: give a day up to today, ${dayInWords(today)}.`);
    const book = await this.sql.one<{ begins: string | null }>('select min(issued_on) as begins from invoice');
    const begins = book?.begins ?? today;
    if (asOf < begins && asOf < today)
      throw new DayNotInBook(`The book begins on ${dayInWords(begins)}: give a day from then on.`);
  }

  private async change(
    customerId: string,
    to: StandingState,
    action: string,
    reasons: string[],
    note: string | undefined,
    asOf: string,
  ): Promise<Standing> {
    const { id } = await this.customers.byId(customerId);
    return this.sql.transaction((client) => this.write(client, id, { to, action, reasons, note, asOf }));
  }

  private async write(client: pg.ClientBase, customerId: number, change: Change): Promise<Standing> {
    const { to, action, reasons, note, asOf } = change;
    const since = this.clock.now();
    // The row of the customer is the lock: two people deciding at once decide one after the other.
    const locked = await client.query('select name from customer where id = $1 for update', [customerId]);
    const { rows } = await client.query('select state from standing where customer_id = $1', [customerId]);
    const from: StandingState = rows[0]?.state ?? StandingState.GOOD;
    mustBeAllowed(locked.rows[0]?.name, from, to);
    await client.query(
      `insert into standing (customer_id, state, since, reasons, changed_by) values ($1, $2, $3, $4, $5)
       on conflict (customer_id) do update set state = excluded.state, since = excluded.since, reasons = excluded.reasons, changed_by = excluded.changed_by`,
      [customerId, to, since, JSON.stringify(reasons), caller().name],
    );
    await client.query(
      `insert into standing_change (customer_id, from_state, to_state, reasons, note, as_of, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [customerId, from, to, JSON.stringify(reasons), note ?? null, asOf, caller().name, since],
    );
    await this.record(client, customerId, {
      action,
      before: { state: from },
      after: { state: to },
      reason: note,
      details: { reasons, asOf },
    });
    return { state: to, since, reasons, changedBy: caller().name };
  }

  private async stateOf(customerId: number): Promise<StandingState> {
    return (await this.standings.of({}, customerId, undefined)).state;
  }

  private record(
    client: pg.ClientBase,
    customerId: number,
    act: Omit<Act, 'subjectType' | 'subjectId'>,
  ): Promise<void> {
    return this.audit.record(client, { ...act, subjectType: 'customer', subjectId: String(customerId) });
  }
}

function mustBeAllowed(name: string, from: StandingState, to: StandingState): void {
  if (!allowedSteps[from].includes(to)) throw new StepNotAllowed(name, from, to);
}
