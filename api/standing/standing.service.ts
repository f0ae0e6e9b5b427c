import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { addDays } from '../../analytics/index.js';
import { type Act, Audit } from '../audit/audit.service.js';
import { CustomerStage } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { DayNotInBook, NothingToHold, NotProposed, StepNotAllowed, UntilMustBeLater } from './standing.errors.js';
import type { DismissInput, HoldInput, ReleaseInput } from './standing.inputs.js';
import { allowedSteps } from './standing.states.js';
import { type Standing, StandingState } from './standing.view.js';
import { StopListService } from './stop-list.service.js';

/** A dismissed proposal comes back after so many days. */
const DISMISSED_DAYS = 30;

@Injectable()
export class StandingService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersService,
    private readonly stopList: StopListService,
    private readonly audit: Audit,
  ) {}

  /** A person confirms: the reasons seen on the day are kept with it. */
  async putOrdersOnHold(input: HoldInput): Promise<Standing> {
    const asOf = input.asOf ?? this.clock.today();
    const customer = await this.customers.byId(input.customerId);
    if (customer.stage === CustomerStage.PROSPECT) throw new NothingToHold(customer.name);
    await this.mustBeInBook(asOf);
    const reasons = (await this.stopList.reasonsFor(customer.id, asOf)).map(({ sentence }) => sentence);
    const kept = input.note ? [...reasons, input.note] : reasons;
    return this.change(
      input.customerId,
      StandingState.ORDERS_ON_HOLD,
      'put orders on hold',
      kept.length > 0 ? kept : ['By hand, without a rule.'],
      input.note,
      asOf,
    );
  }

  releaseHold(input: ReleaseInput): Promise<Standing> {
    return this.change(
      input.customerId,
      StandingState.GOOD,
      'released the hold',
      [input.note],
      input.note,
      this.clock.today(),
    );
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
    if (asOf > today) throw new DayNotInBook(`${asOf} has not come yet: give a day up to today, ${today}.`);
    const book = await this.sql.one<{ begins: string | null }>('select min(issued_on) as begins from invoice');
    const begins = book?.begins ?? today;
    if (asOf < begins && asOf < today) throw new DayNotInBook(`The book begins on ${begins}: give a day from then on.`);
  }

  private async change(
    customerId: string,
    to: StandingState,
    action: string,
    reasons: string[],
    note: string | undefined,
    asOf: string,
  ): Promise<Standing> {
    const customer = await this.customers.byId(customerId);
    const since = this.clock.now();
    await this.sql.transaction(async (client) => {
      // The row of the customer is the lock: two people deciding at once decide one after the other.
      await client.query('select from customer where id = $1 for update', [customer.id]);
      const { rows } = await client.query('select state from standing where customer_id = $1', [customer.id]);
      const from: StandingState = rows[0]?.state ?? StandingState.GOOD;
      if (!allowedSteps[from].includes(to)) throw new StepNotAllowed(customer.name, from, to);
      await client.query(
        `insert into standing (customer_id, state, since, reasons, changed_by) values ($1, $2, $3, $4, $5)
         on conflict (customer_id) do update set state = excluded.state, since = excluded.since, reasons = excluded.reasons, changed_by = excluded.changed_by`,
        [customer.id, to, since, JSON.stringify(reasons), caller().name],
      );
      await client.query(
        `insert into standing_change (customer_id, from_state, to_state, reasons, note, as_of, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [customer.id, from, to, JSON.stringify(reasons), note ?? null, asOf, caller().name, since],
      );
      await this.record(client, customer.id, {
        action,
        before: { state: from },
        after: { state: to },
        reason: note,
        details: { reasons, asOf },
      });
    });
    return { state: to, since, reasons, changedBy: caller().name };
  }

  private record(
    client: pg.ClientBase,
    customerId: number,
    act: Omit<Act, 'subjectType' | 'subjectId'>,
  ): Promise<void> {
    return this.audit.record(client, { ...act, subjectType: 'customer', subjectId: String(customerId) });
  }
}
