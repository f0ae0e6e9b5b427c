import { money, share } from '../../format.js';
import { type Bucket, bucketField, bucketOrder, bucketText, type Grade } from '../../ui/words.js';

type Row = { grade: Grade | null; aging: Record<(typeof bucketField)[Bucket] | 'total', number> };

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

/** What the ageing chart shows, in one sentence. */
export function agingSummary(rows: readonly Row[], currency: string, by: 'DUE' | 'INVOICE'): string {
  const total = sum(rows.map((row) => row.aging.total));
  if (total <= 0) return 'Nothing is owed on this day.';
  const late = bucketOrder.filter((bucket) => bucket !== 'CURRENT');
  const ofBucket = (bucket: Bucket) => sum(rows.map((row) => row.aging[bucketField[bucket]]));
  const lateTotal = sum(late.map(ofBucket));
  if (by === 'INVOICE') {
    const old = ofBucket('DAYS_61_TO_90') + ofBucket('OVER_90');
    return `${share(old / total)} of ${money({ minor: total, currency })} was invoiced more than 60 days ago.`;
  }
  if (lateTotal === 0) return `None of ${money({ minor: total, currency })} is overdue.`;
  const most = late.reduce((a, b) => (ofBucket(b) > ofBucket(a) ? b : a));
  const overdueOf = (row: Row) => row.aging.total - row.aging.current;
  const worst = rows.reduce((a, b) => (overdueOf(b) > overdueOf(a) ? b : a));
  const who = worst.grade ? `grade ${worst.grade} owes` : 'customers without a score owe';
  const part = money({ minor: overdueOf(worst), currency });
  return `${share(lateTotal / total)} is overdue, most of it by ${bucketText(most)}; ${who} the largest part, ${part}.`;
}
