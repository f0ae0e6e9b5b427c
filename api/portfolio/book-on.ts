import { toldOn } from '../lateness/told-on.js';
import { buckets } from '../ledger/aging.service.js';
import type { AgingBasis } from '../ledger/aging.view.js';
import { openItems, unappliedCredits } from '../ledger/open-items.js';

/**
 * The read model of the portfolio page, one statement: what is open on the day in $1 is summed once by customer and
 * currency; all else is sums of those sums. What the model of lateness said a week ago or longer is not taken. $2 and $3 are the rates; amounts are in the currency of the documents.
 */
export const bookOn = (asOf: string, today: string, by: AgingBasis): string => `
  with owed as (
    select o.customer_id, o.currency, ${buckets(by)}, sum(open_minor)::bigint as total, count(*) as invoices,
           coalesce(sum(open_minor) filter (where due_on < $1), 0)::bigint as overdue, count(*) filter (where due_on < $1) as overdue_invoices,
           max($1::date - due_on) as oldest, sum(open_minor::float8 * greatest($1::date - due_on, 0)) as weighted_days,
           coalesce(sum(open_minor) filter (where due_on between $1 and $1::date + 30), 0)::bigint as due_next,
           coalesce(sum(open_minor) filter (where due_on between $1 and $1::date + 30 and l.p_late is null), 0)::bigint as due_next_untold,
           sum(open_minor * l.p_late) filter (where due_on between $1 and $1::date + 30) as told_late,
           sum(open_minor * l.p_paid_30) as told_paid, sum(open_minor) filter (where l.p_paid_30 is not null)::bigint as told
      from (${openItems(asOf, today)}) o
      ${toldOn('o', '$1')}
     group by 1, 2
  ),
  debtor as materialized (
    select o.*, s.grade, s.late_probability, r.factor
      from owed o
      left join score s on s.customer_id = o.customer_id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)
      left join unnest($2::text[], $3::float8[]) as r (currency, factor) on r.currency = o.currency
  ),
  customer as materialized (
    select customer_id, min(grade) as grade, sum(total * factor) as balance, sum(overdue * factor) as overdue,
           max(oldest) filter (where factor is not null) as oldest
      from debtor group by 1
  ),
  largest as (select * from customer where balance is not null order by balance desc, customer_id limit 50)
  select
    (select coalesce(json_agg(g), '[]') from (
       select grade, currency, sum(current) as current, sum("days1To30") as "days1To30", sum("days31To60") as "days31To60", sum("days61To90") as "days61To90",
              sum(over90) as over90, sum(total) as total, sum(overdue) as overdue,
              sum(invoices) as invoices, sum(overdue_invoices) as "overdueInvoices", sum(weighted_days) as "weightedDays",
              sum(due_next) as "dueNext30", sum(coalesce(told_late, 0) + due_next_untold * coalesce(late_probability, 0)) filter (where told_late is not null or late_probability is not null) as "expectedLate",
              sum(told_paid) as "expectedPaid", sum(told) as told
         from debtor group by 1, 2) g) as groups,
    (select coalesce(json_agg(c), '[]') from (
       select grade, count(*) as customers, sum(balance ^ 2) as squares from customer where balance is not null group by 1) c) as customers,
    (select coalesce(json_agg(t), '[]') from (select customer_id as "customerId", balance, overdue, greatest(oldest, 0) as oldest from largest order by balance desc, customer_id) t) as largest,
    (select coalesce(json_agg(u), '[]') from (select currency, sum(unapplied_minor) as unapplied from (${unappliedCredits}) c group by 1) u) as unapplied`;

/** What customers of one grade owe in one currency. */
export interface Group {
  grade: string | null;
  currency: string;
  current: number;
  days1To30: number;
  days31To60: number;
  days61To90: number;
  over90: number;
  total: number;
  overdue: number;
  invoices: number;
  overdueInvoices: number;
  weightedDays: number;
  dueNext30: number;
  /** Null when none of them has a score. */
  expectedLate: number | null;
  /** Of what the model of lateness was asked about: what is expected to come in within 30 days, and all of it. Null when nothing was. */
  expectedPaid: number | null;
  told: number | null;
}

export interface BookOn {
  groups: Group[];
  /** Customers that owe something in a currency with a rate, and the squares of their balances in the reporting currency. */
  customers: { grade: string | null; customers: number; squares: number }[];
  largest: { customerId: number; balance: number; overdue: number; oldest: number }[];
  unapplied: { currency: string; unapplied: number }[];
}

/** SQL of what was invoiced in each of the 30-day periods before the day in $1, newest first: period, currency, sales. */
export const salesBefore = `
  select ($1::date - issued_on) / 30 as period, currency, sum(amount_minor) as sales from invoice
   where issued_on > $1::date - 30 * $2::integer and issued_on <= $1 group by 1, 2`;
