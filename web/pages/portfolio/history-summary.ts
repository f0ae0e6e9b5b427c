import { day, share } from '../../format.js';

type Point = { on: string; total: number; overdue: number };

/** Whether the share overdue grew, in one sentence. A change under one point of a hundred is none. */
export function historySummary(points: readonly Point[]): string {
  const last = points.at(-1);
  const first = points.find(({ total }) => total > 0);
  if (!last || last.total <= 0 || !first) return 'Nothing is owed on this day.';
  const now = last.overdue / last.total;
  if (first === last) return `${share(now)} of what is owed is overdue; there are no earlier months to compare with.`;
  const before = first.overdue / first.total;
  const verb = Math.abs(now - before) < 0.01 ? 'as it was' : now > before ? 'up from' : 'down from';
  const then = verb === 'as it was' ? `about as on ${day(first.on)}` : `${verb} ${share(before)} on ${day(first.on)}`;
  return `${share(now)} of what is owed is overdue, ${then}.`;
}
