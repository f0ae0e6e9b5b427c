import {
  type DaysToPayment,
  daysEarlier,
  FEWEST_IN_AN_ARM,
  type PaidByDue,
  trialAnswer,
  upliftByCustomer,
} from '../../analytics/index.js';
import type { TrialVerdict } from './sending.view.js';

export type TrialRow = PaidByDue & { arm: 'reminded' | 'held_out'; whole: number; days: number };

/** Days before and after the due day in which a payment is looked for; ours, a month. */
export const TRIAL_WINDOW_DAYS = 30;

/**
 * A row a customer of the trial of campaign $1, over invoices that had fallen due before $2: customers were drawn. Days to
 * payment are told of those alone whose window is over, so that all are looked at for as long: unpaid by then, its last day.
 */
export const trialOutcomes = `
  select t.arm, count(*)::integer as n, count(*) filter (where i.settled_on <= t.due_on)::integer as paid,
         count(*) filter (where t.due_on + ${TRIAL_WINDOW_DAYS} < $2)::integer as whole,
         coalesce(sum(greatest(least(coalesce(i.settled_on - t.due_on, ${TRIAL_WINDOW_DAYS}), ${TRIAL_WINDOW_DAYS}), -${TRIAL_WINDOW_DAYS}))
           filter (where t.due_on + ${TRIAL_WINDOW_DAYS} < $2), 0)::integer as days
    from reminder_trial t join invoice i on i.customer_id = t.customer_id and i.id = t.invoice_id
   where t.campaign_id = $1 and t.due_on < $2 group by t.arm, t.customer_id`;

export const armsOf = (rows: readonly TrialRow[]) => ({
  treated: rows.filter(({ arm }) => arm === 'reminded'),
  control: rows.filter(({ arm }) => arm === 'held_out'),
});

type Arm = readonly (PaidByDue & Pick<TrialRow, 'whole' | 'days'>)[];

const daysOf = (arm: Arm): DaysToPayment[] =>
  arm.filter(({ whole }) => whole > 0).map(({ whole, days }) => ({ n: whole, days }));

const areEnough = (...arms: readonly (readonly unknown[])[]) => arms.every(({ length }) => length >= FEWEST_IN_AN_ARM);

/** What a trial tells by now. Of an arm of fewer than fifty customers nothing is told, nor days of fewer whose window is over. */
export function toldOf({ treated, control }: { treated: Arm; control: Arm }) {
  const found = areEnough(treated, control) ? upliftByCustomer({ treated, control }) : null;
  const paid = { treated: daysOf(treated), control: daysOf(control) };
  const days = areEnough(paid.treated, paid.control) ? daysEarlier(paid) : null;
  const { verdict, interval } = trialAnswer({ treated, control });
  return {
    uplift: found?.uplift ?? null,
    interval: found?.ci95 ?? null,
    pValue: found?.pValueTwoSided ?? null,
    daysEarlier: days?.days ?? null,
    daysEarlierInterval: days?.ci95 ?? null,
    anyDayInterval: interval,
    verdict: verdict as TrialVerdict,
  };
}
