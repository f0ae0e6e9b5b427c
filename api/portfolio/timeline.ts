import { Injectable } from '@nestjs/common';
import {
  Args,
  Context,
  Field,
  ID,
  Int,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { Customer } from '../customers/customer.entity.js';
import { Clock } from '../shared/clock.js';
import { grouped, Loader } from '../shared/loader.js';
import { Money, money } from '../shared/money.view.js';
import { cursorOf, fromCursor, MOST_ROWS, markOf, PageInfo } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { Sql } from '../shared/sql.js';

export enum TimelineKind {
  INVOICE = 'invoice',
  PAYMENT = 'payment',
  CREDIT_NOTE = 'credit_note',
  WRITE_OFF = 'write_off',
  RETURNED_PAYMENT = 'returned_payment',
  REMINDER = 'reminder',
  SCORE = 'score',
  STANDING = 'standing',
  DECISION = 'decision',
}
registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'What happened.',
  valuesMap: {
    INVOICE: { description: 'We issued an invoice.' },
    PAYMENT: { description: 'It paid.' },
    CREDIT_NOTE: { description: 'We gave a credit note.' },
    WRITE_OFF: { description: 'We wrote something off.' },
    RETURNED_PAYMENT: { description: 'The bank took a payment back.' },
    REMINDER: { description: 'We reminded.' },
    SCORE: { description: 'Its grade changed.' },
    STANDING: { description: 'Its standing changed.' },
    DECISION: { description: 'We decided on it.' },
  },
});

@ObjectType({ description: 'One thing that happened with a customer.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'Kind and key.' })
  id: string;

  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => TimelineKind, { description: 'What kind of thing.' })
  kind: TimelineKind;

  @Field(() => String, { description: 'What happened, in words.' })
  title: string;

  @Field(() => Money, { nullable: true, description: 'How much it was about.' })
  amount: Money | null;
}

@ObjectType({ description: 'A page of the time line.' })
export class TimelinePage {
  @Field(() => [TimelineEntry], { description: 'Newest first.' })
  nodes: TimelineEntry[];

  @Field(() => PageInfo, { description: 'Where this page ends.' })
  pageInfo: PageInfo;
}

const MARK = markOf('time line');

/** SQL of everything that happened with the customer of the row `whose` up to the day in $2. */
const events = `
  (select issued_on as "on", 'invoice' as kind, id, 'Invoice ' || number || ', due ' || due_on as title, amount_minor as minor, currency from invoice where customer_id = whose.customer_id and issued_on <= $2)
  union all
  (select dated_on, kind, id, initcap(replace(kind, '_', ' ')) || ' ' || number || coalesce(': ' || reason, ''), amount_minor, currency from credit where customer_id = whose.customer_id and dated_on <= $2)
  union all
  (select planned_for, 'reminder', id, subject || ' (' || state || ')', null, null from delivery where customer_id = whose.customer_id and planned_for <= $2 and state <> 'cancelled')
  union all
  (select scored_on, 'score', points, case when before is null then 'First score: ' else 'Grade ' || before || ' to ' || grade || ': ' end || points || ' points, grade ' || grade, null, null
     from (select s.*, lag(grade) over (order by scored_on) as before from score s where customer_id = whose.customer_id) s where scored_on <= $2 and before is distinct from grade)
  union all
  (select (changed_at at time zone 'UTC')::date, 'standing', id, 'From ' || replace(from_state, '_', ' ') || ' to ' || replace(to_state, '_', ' ') || coalesce(': ' || note, ''), null, null
     from standing_change where customer_id = whose.customer_id and (changed_at at time zone 'UTC')::date <= $2)
  union all
  (select decided_on, 'decision', id, 'Decision: ' || replace(outcome, '_', ' ') || ', ' || points || ' points, grade ' || grade, null, null from decision where customer_id = whose.customer_id and decided_on <= $2)`;

interface Event {
  customerId: number;
  on: string;
  kind: TimelineKind;
  id: number;
  title: string;
  minor: number | null;
  currency: string | null;
}

interface TimelineArgs {
  asOf: string;
  first: number;
  after?: string;
}

@Injectable()
export class TimelineLoader extends Loader<TimelinePage, TimelineArgs> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], { asOf, first, after }: TimelineArgs): Promise<TimelinePage[]> {
    const size = Math.min(Math.max(first, 1), MOST_ROWS);
    const cursor = after ? fromCursor(after, MARK) : null;
    const newestFirst = '"on" desc, kind desc, id desc';
    const rows = await this.sql.rows<Event>(
      `select e.* from unnest($1::bigint[]) as whose (customer_id) cross join lateral (
         select whose.customer_id as "customerId", e.* from (${events}) e
          ${cursor ? 'where ("on", kind, id) < ($4::date, $5::text, $6::bigint)' : ''} order by ${newestFirst} limit $3) e
        order by "customerId", ${newestFirst}`,
      [ids, asOf, size + 1, ...(cursor ?? [])],
    );
    return grouped(ids, rows, (row) => row.customerId).map((own) => pageOfEvents(own, size));
  }
}

function pageOfEvents(events: Event[], size: number): TimelinePage {
  const rows = events.slice(0, size);
  const last = rows.at(-1);
  return {
    nodes: rows.map(({ on, kind, id, title, minor, currency }) => ({
      id: `${kind}-${id}-${on}`,
      on,
      kind,
      title,
      amount: minor !== null && currency !== null ? money(minor, currency) : null,
    })),
    pageInfo: {
      hasNextPage: events.length > size,
      endCursor: last ? cursorOf([MARK, last.on, last.kind, last.id]) : null,
    },
  };
}

/** Adds to a customer what happened with it. */
@Resolver(() => Customer)
export class CustomerTimelineResolver {
  constructor(
    private readonly timelines: TimelineLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => TimelinePage, { description: 'What happened with it up to a day, newest first.' })
  timeline(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('first', { type: () => Int, defaultValue: 30, description: 'How many: 1 to 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor after which the page begins.' })
    after?: string,
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<TimelinePage> {
    return this.timelines.of(request, customer.id, { asOf: asOf ?? this.clock.today(), first, after });
  }
}
