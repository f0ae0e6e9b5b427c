import { openItems, unappliedCredits } from '../ledger/open-items.js';

/** What the rules look at, of one customer on one day; amounts in minor units of its currency. */
export interface HoldFactsRow {
  customerId: number;
  name: string;
  number: string;
  currency: string;
  factor: number | null;
  creditLimitMinor: number | null;
  depositHeldMinor: number;
  openMinor: number;
  unappliedMinor: number;
  overdueMinor: number;
  oldestDaysPastDue: number;
  grade: string | null;
  points: number | null;
  state: string;
  dismissedRules: string[] | null;
}

/**
 * SQL of the facts as of the day in $1 of every customer that owes anything. $2 and $3 are the rates; documents in
 * another currency than the customer’s are converted, and left out when there is no rate.
 */
export const holdFacts = (asOf: string, today: string): string => `
  with rate as (select * from unnest($2::text[], $3::float8[]) as r (currency, factor)),
  item as (
    select o.customer_id, o.currency, o.open_minor, 0 as unapplied_minor,
           case when o.due_on < $1 and not o.is_disputed then o.open_minor else 0 end as overdue_minor,
           case when not o.is_disputed then $1::date - o.due_on end as days
      from (${openItems(asOf, today)}) o
    union all
    select customer_id, currency, 0, unapplied_minor, 0, null from (${unappliedCredits}) u
  ),
  owed as (
    select item.customer_id, sum(round(open_minor * f.factor)) as open_minor, sum(round(unapplied_minor * f.factor)) as unapplied_minor,
           sum(round(overdue_minor * f.factor)) as overdue_minor, max(days) as days
      from item join customer c on c.id = item.customer_id
      left join rate r on r.currency = item.currency left join rate own on own.currency = c.currency
      cross join lateral (select (case when item.currency = c.currency then 1 else r.factor / own.factor end)::numeric as factor) f
     where f.factor is not null group by item.customer_id
  )
  select c.id as "customerId", c.name, c.number, c.currency, own.factor, c.credit_limit_minor as "creditLimitMinor", c.deposit_held_minor as "depositHeldMinor",
         o.open_minor as "openMinor", o.unapplied_minor as "unappliedMinor", o.overdue_minor as "overdueMinor", greatest(coalesce(o.days, 0), 0) as "oldestDaysPastDue",
         s.grade, s.points, coalesce(st.state, 'good') as state, d.rules as "dismissedRules"
    from owed o join customer c on c.id = o.customer_id
    left join rate own on own.currency = c.currency
    left join score s on s.customer_id = c.id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)
    left join standing st on st.customer_id = c.id
    left join lateral (select rules from dismissed_proposal p where p.customer_id = c.id and p.dismissed_on <= $1 and p.until_on > $1
                        order by p.dismissed_on desc limit 1) d on true
   where o.open_minor > 0`;
