import { bucketPlace } from '../ledger/aging.service.js';
import type { AgingBasis } from '../ledger/aging.view.js';
import { openItems, unappliedCredits } from '../ledger/open-items.js';

/**
 * The read model of the portfolio page, one statement: what is open on the day in $1 joined with the grades in force on
 * it. $2 and $3 are the rates; amounts come in the currency of the document, with the factor into the reporting currency.
 */
export const bookOn = (asOf: string, today: string, by: AgingBasis): string => `
  with rate as (select * from unnest($2::text[], $3::float8[]) as r (currency, factor)),
  item as materialized (
    select o.customer_id, o.currency, o.open_minor, $1::date - o.due_on as days, ${bucketPlace(by)} as bucket, s.grade, s.late_probability, r.factor
      from (${openItems(asOf, today)}) o
      left join score s on s.customer_id = o.customer_id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)
      left join rate r on r.currency = o.currency
  ),
  by_grade as (
    select grade, currency, bucket, sum(open_minor) as open, count(*) as invoices from item group by 1, 2, 3
  ),
  debtor as (
    select customer_id, sum(open_minor * factor) as balance, sum(open_minor * factor) filter (where days > 0) as overdue, max(days) as oldest, min(grade) as grade
      from item where factor is not null group by 1
  )
  select
    (select coalesce(json_agg(g), '[]') from by_grade g) as "byGrade",
    (select coalesce(json_agg(c), '[]') from (select grade, count(*) as customers from (select distinct customer_id, grade from item) d group by 1) c) as customers,
    (select coalesce(json_agg(w), '[]') from (
       select currency, sum(open_minor) filter (where days > 0) as overdue, count(*) filter (where days > 0) as "overdueInvoices", count(*) as invoices,
              sum(open_minor::numeric * greatest(days, 0)) as "weightedDays",
              sum(open_minor) filter (where days between -30 and 0) as "dueNext30",
              sum(open_minor * late_probability) filter (where days between -30 and 0) as "expectedLate"
         from item group by 1) w) as currencies,
    (select coalesce(json_agg(t), '[]') from (
       select customer_id as "customerId", balance, coalesce(overdue, 0) as overdue, greatest(oldest, 0) as oldest from debtor order by balance desc, customer_id limit 50) t) as top,
    (select json_build_object('sum', sum(balance), 'squares', sum(balance::float8 ^ 2), 'debtors', count(*),
              'top10', (select sum(balance) from (select balance from debtor order by balance desc limit 10) x)) from debtor) as concentration,
    (select coalesce(json_agg(u), '[]') from (select currency, sum(unapplied_minor) as unapplied from (${unappliedCredits}) c group by 1) u) as unapplied`;

export interface BookOn {
  byGrade: { grade: string | null; currency: string; bucket: number; open: number; invoices: number }[];
  customers: { grade: string | null; customers: number }[];
  currencies: { currency: string; overdue: number | null; overdueInvoices: number; invoices: number; weightedDays: number; dueNext30: number | null; expectedLate: number | null }[];
  top: { customerId: number; balance: number; overdue: number; oldest: number }[];
  concentration: { sum: number | null; squares: number | null; debtors: number; top10: number | null };
  unapplied: { currency: string; unapplied: number }[];
}

/** SQL of what was invoiced in each of the 30-day periods before the day in $1, newest first: period, currency, sales. */
export const salesBefore = `
  select ($1::date - issued_on) / 30 as period, currency, sum(amount_minor) as sales from invoice
   where issued_on > $1::date - 30 * $2::integer and issued_on <= $1 group by 1, 2`;
