import { Injectable } from '@nestjs/common';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dayInWords } from '../../analytics/index.js';
import { Customer } from '../customers/customer.entity.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { listsOf, Values } from '../shared/list.js';
import { Loader } from '../shared/loader.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { TimelineArgs, type TimelineEntry, TimelineKind, TimelinePage } from './timeline.view.js';

/** SQL of everything that happened with customers. */
const events = `
  select customer_id, issued_on as "on", 'invoice' as kind, id, 'Invoice ' || number as title, amount_minor as minor, currency, due_on as "dueOn" from invoice
  union all
  select customer_id, dated_on, kind, id, case kind when 'write_off' then 'Write-off' else initcap(replace(kind, '_', ' ')) end || ' ' || number || coalesce(': ' || reason, ''), amount_minor, currency, null from credit
  union all
  select customer_id, planned_for, 'reminder', id, subject || ' (' || state || ')', null, null, null from delivery where state <> 'cancelled'
  union all
  select distinct l.customer_id, d.planned_for, 'reminder', d.id, d.subject || ' (' || d.state || ')', null::bigint, null, null::date
    from delivery_line l join delivery d on d.customer_id = l.addressee_id and d.id = l.delivery_id where l.customer_id <> l.addressee_id
  union all
  select customer_id, (received_at at time zone 'UTC')::date, 'incoming_mail', id, case kind when 'replied' then 'Answered: ' || subject
      when 'auto_replied' then 'Answered by a program: ' || subject when 'complained' then 'Marked our mail as unwanted'
      when 'delayed' then 'Our mail is delayed' else 'Our mail came back' end || coalesce(' (' || detail || ')', ''), null, null, null
    from incoming_mail
  union all
  select customer_id, scored_on, 'score', points, case when before is null then 'First score: ' else 'Grade ' || before || ' to ' || grade || ': ' end || points || ' points, grade ' || grade, null, null, null
    from (select s.*, lag(grade) over (partition by customer_id order by scored_on) as before from score s) s where before is distinct from grade
  union all
  select customer_id, (changed_at at time zone 'UTC')::date, 'standing', id, 'From ' || replace(from_state, '_', ' ') || ' to ' || replace(to_state, '_', ' ') || coalesce(': ' || note, ''), null, null, null
    from standing_change
  union all
  select customer_id, decided_on, 'decision', id, 'Decision: ' || replace(outcome, '_', ' ') || ', ' || points || ' points, grade ' || grade, null, null, null from decision`;

const kinds = `array[${Object.values(TimelineKind)
  .map((kind) => `'${kind}'`)
  .join(', ')}]`;

interface Event {
  on: string;
  kind: TimelineKind;
  id: number;
  title: string;
  minor: number | null;
  currency: string | null;
  dueOn: string | null;
}

interface Asked extends TimelineArgs {
  asOf: string;
  /** What whoever asks may not see. */
  without: TimelineKind[];
}

@Injectable()
export class TimelineLoader extends Loader<Page<TimelineEntry>, Asked> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], args: Asked): Promise<Page<TimelineEntry>[]> {
    const values = new Values();
    const { filter = {}, direction, asOf, without } = args;
    const pages = await listsOf<Event>(
      this.sql,
      {
        select: 'e."on", e.kind, e.id, e.title, e.minor, e.currency, e."dueOn"',
        from: `(${events}) e`,
        where: [
          `e."on" <= ${values.add(asOf)}`,
          filter.kind !== undefined && `e.kind = any(${values.add(filter.kind)})`,
          `e.kind <> all(${values.add(without)})`,
          filter.from !== undefined && `e."on" >= ${values.add(filter.from)}`,
          filter.to !== undefined && `e."on" <= ${values.add(filter.to)}`,
        ],
        values,
        sort: { by: 'e."on"', type: 'date' },
        // Entries of one day: by their key, and those of one key by their kind.
        key: `(e.id * ${Object.keys(TimelineKind).length} + array_position(${kinds}, e.kind) - 1)`,
        direction,
        page: args,
        owner: 'e.customer_id',
      },
      ids,
    );
    return pages.map((page) => ({ ...page, nodes: page.nodes.map(entry) }));
  }
}

const entry = ({ on, kind, id, title, minor, currency, dueOn }: Event): TimelineEntry => ({
  id: `${kind}-${id}-${on}`,
  on,
  kind,
  title: dueOn === null ? title : `${title}, due ${dayInWords(dueOn)}`,
  amount: minor !== null && currency !== null ? money(minor, currency) : null,
});

/** Adds to a customer what happened with it. */
@Resolver(() => Customer)
export class CustomerTimelineResolver {
  constructor(
    private readonly timelines: TimelineLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => TimelinePage, { description: 'What happened with it up to a day.' })
  timeline(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: TimelineArgs,
  ): Promise<Page<TimelineEntry>> {
    const { may } = caller();
    const without = [
      ...(may('scores.read') ? [] : [TimelineKind.SCORE]),
      ...(may('credit-checks.read') ? [] : [TimelineKind.DECISION]),
    ];
    return this.timelines.of(request, customer.id, { ...args, asOf: args.asOf ?? this.clock.today(), without });
  }
}
