import type { PaidByDue } from '../../../analytics/index.js';
import { TRIAL_WINDOW_DAYS } from '../trial-outcomes.js';

/** Of a customer, in one of the two words. */
export type ComparedRow = PaidByDue & { comparisonId: number; isSecond: boolean; whole: number; days: number };

/** What was due already when the message spoke of it counts as paid in time within a week of it; ours. */
const WEEK = 7;

/**
 * A row a customer of the comparisons in $1, as the day in $2 sees it, over what its first message in either words spoke of:
 * customers were drawn. Messages of the days on which it began and ended are left out, since not all of those were drawn;
 * so are those that never went. Paid in time: by the due day, or within a week of the message where that was over.
 * Days count from the due day, or from the message after it, and are told once thirty are over, as in the trial of reminders.
 */
export const comparisonOutcomes = `
  with spoken as (
    select distinct on (c.id, l.customer_id, l.invoice_id) c.id, d.template_id = c.second_id as is_second, d.customer_id as drawn,
           l.customer_id, l.invoice_id, greatest(l.cycle, d.planned_for) as from_on,
           case when l.cycle >= d.planned_for then l.cycle else d.planned_for + ${WEEK} end as by_on
      from template_comparison c join delivery d on d.template_id in (c.first_id, c.second_id) and d.planned_for > (c.begun_at at time zone 'UTC')::date
       and d.planned_for < coalesce((c.ended_at at time zone 'UTC')::date, 'infinity') and d.state not in ('queued', 'cancelled')
      join delivery_line l on l.addressee_id = d.customer_id and l.delivery_id = d.id
     where c.id = any($1) order by c.id, l.customer_id, l.invoice_id, d.planned_for, d.id)
  select s.id as "comparisonId", s.is_second as "isSecond", count(*)::integer as n, count(*) filter (where i.settled_on <= s.by_on)::integer as paid,
         count(*) filter (where s.from_on + ${TRIAL_WINDOW_DAYS} < $2)::integer as whole,
         coalesce(sum(greatest(least(coalesce(i.settled_on - s.from_on, ${TRIAL_WINDOW_DAYS}), ${TRIAL_WINDOW_DAYS}), -${TRIAL_WINDOW_DAYS}))
           filter (where s.from_on + ${TRIAL_WINDOW_DAYS} < $2), 0)::integer as days
    from spoken s join invoice i on i.customer_id = s.customer_id and i.id = s.invoice_id
   where s.by_on < $2 group by s.id, s.is_second, s.drawn`;

/** The second words beside the first: what more of them is paid in time. */
export const wordsOf = (rows: readonly ComparedRow[]) => ({
  treated: rows.filter(({ isSecond }) => isSecond),
  control: rows.filter(({ isSecond }) => !isSecond),
});
