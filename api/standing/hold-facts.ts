import { holdRules } from '../../analytics/index.js';
import { openItems, unappliedCredits } from '../ledger/open-items.js';

/** What a customer owes in a currency that has no rate to its own. */
export interface WithoutRate {
  currency: string;
  openMinor: number;
  overdueMinor: number;
}

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
  withoutRate: WithoutRate[];
  grade: string | null;
  points: number | null;
  state: string;
  dismissedRules: string[] | null;
}

// Nearly all documents are in the customer's own currency: those stay the whole numbers they are.
const converted = (amount: string) =>
  `coalesce(sum(case when f.factor = 1 then ${amount} else round((${amount} * f.factor)::numeric)::bigint end), 0)::bigint`;

/**
 * SQL of the facts as of the day in $1 of every customer that any rule might hold: overdue for long, over its limit, or
 * of grade E. $2 and $3 are the rates; documents in another currency than the customer's are converted. What has
 * no rate counts by its days, and stands beside the amounts in its own currency. What is summed is summed once by customer and currency before anything is joined to it.
 */
export const holdFacts = (asOf: string, today: string): string => `
  with rate as materialized (select * from unnest($2::text[], $3::float8[]) as r (currency, factor)),
  owed as materialized (
    select customer_id, currency, sum(open_minor)::bigint as open_minor, 0::bigint as unapplied_minor,
           coalesce(sum(open_minor) filter (where due_on < $1 and not is_disputed), 0)::bigint as overdue_minor,
           max($1::date - due_on) filter (where not is_disputed) as days
      from (${openItems(asOf, today)}) o group by 1, 2
    union all
    select customer_id, currency, 0, sum(unapplied_minor)::bigint, 0, null from (${unappliedCredits}) u group by 1, 2
  ),
  facts as materialized (
    select c.id, ${converted('open_minor')} as open_minor, ${converted('unapplied_minor')} as unapplied_minor,
           ${converted('overdue_minor')} as overdue_minor, max(days) as days,
           json_agg(json_build_object('currency', owed.currency, 'openMinor', open_minor, 'overdueMinor', overdue_minor) order by owed.currency)
             filter (where f.factor is null and open_minor > 0) as without_rate
      from owed join customer c on c.id = owed.customer_id
      left join rate r on r.currency = owed.currency left join rate own on own.currency = c.currency
      cross join lateral (select case when owed.currency = c.currency then 1 else r.factor / own.factor end as factor) f
     group by c.id
  ),
  candidate as materialized (
    select o.*, c.name, c.number, c.currency, c.credit_limit_minor, c.deposit_held_minor, s.grade, s.points
      from facts o join customer c on c.id = o.id
      left join score s on s.customer_id = c.id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)
     cross join lateral (select o.open_minor - least(0, o.unapplied_minor) as minor) owes
     where (owes.minor > 0 or o.without_rate is not null)
       and (o.days >= ${holdRules.hardDaysPastDue} or owes.minor > c.credit_limit_minor or s.grade = 'E'
            or o.without_rate is not null and c.credit_limit_minor is not null)
  )
  select c.id as "customerId", c.name, c.number, c.currency, own.factor, c.credit_limit_minor as "creditLimitMinor", c.deposit_held_minor as "depositHeldMinor",
         c.open_minor as "openMinor", c.unapplied_minor as "unappliedMinor", c.overdue_minor as "overdueMinor", greatest(coalesce(c.days, 0), 0) as "oldestDaysPastDue",
         coalesce(c.without_rate, '[]') as "withoutRate",
         c.grade, c.points, coalesce(st.state, 'good') as state, d.rules as "dismissedRules"
    from candidate c
    left join rate own on own.currency = c.currency
    left join standing st on st.customer_id = c.id
    left join lateral (select rules from dismissed_proposal p where p.customer_id = c.id and p.dismissed_on <= $1 and p.until_on > $1
                        order by p.dismissed_on desc limit 1) d on true
   where true`;
