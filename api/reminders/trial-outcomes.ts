import type { PaidByDue } from '../../analytics/index.js';

export type TrialRow = PaidByDue & { arm: 'reminded' | 'held_out' };

/** A row a customer of the trial of campaign $1, over invoices that had fallen due before $2: customers were drawn. */
export const trialOutcomes = `
  select t.arm, count(*)::integer as n, count(*) filter (where i.settled_on <= t.due_on)::integer as paid
    from reminder_trial t join invoice i on i.customer_id = t.customer_id and i.id = t.invoice_id
   where t.campaign_id = $1 and t.due_on < $2 group by t.arm, t.customer_id`;

export const armsOf = (rows: readonly TrialRow[]) => ({
  treated: rows.filter(({ arm }) => arm === 'reminded'),
  control: rows.filter(({ arm }) => arm === 'held_out'),
});
