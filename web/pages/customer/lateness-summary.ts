import { counted, days, dueText, paidText, share } from '../../format.js';
import { latenessChange } from './usual-lateness.js';

/** Whether it pays later than it used to, in one or two sentences; what it has not paid at all counts too. */
export function latenessSummary(daysLate: readonly number[], unpaid: number, oldestUnpaid: number): string {
  const open =
    unpaid > 0
      ? ` ${counted(unpaid, 'invoice is', 'invoices are')} overdue and unpaid, the oldest ${dueText(oldestUnpaid)}.`
      : '';
  if (daysLate.length === 0) return `It has not settled an invoice yet.${open}`;
  const late = daysLate.filter((value) => value > 0).length;
  const first = `Paid ${share(late / daysLate.length)} of ${counted(daysLate.length, 'invoice', 'invoices')} late`;
  const change = latenessChange(daysLate);
  if (!change) return `${first}; too few to say what is usual.${open}`;
  const now = paidText(Math.round(change.now));
  if (change.before === null) return `${first}; usually ${now}.${open}`;
  const moved = Math.round(change.now - change.before);
  if (moved === 0) return `${first}; usually ${now}, as before.${open}`;
  return `${first}; usually ${now}, ${days(Math.abs(moved))} ${moved > 0 ? 'later' : 'sooner'} than before.${open}`;
}
