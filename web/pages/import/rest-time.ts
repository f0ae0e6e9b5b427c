import { count } from '../../format.js';

/** Sooner than this an estimate would jump about. */
const estimateAfterMs = 2000;

/** "about 20 s left", from the pace so far; nothing while that says too little. */
export function restTime(doneSince: number, left: number, elapsedMs: number): string {
  if (elapsedMs < estimateAfterMs || doneSince <= 0 || left <= 0) return '';
  const seconds = ((elapsedMs / doneSince) * left) / 1000;
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${count(Math.ceil(seconds / 5) * 5)} s left`;
  return `about ${count(Math.ceil(seconds / 60))} min left`;
}
