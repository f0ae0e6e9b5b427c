import type { BookPrior } from '../book-prior.js';
import type { History } from '../history.js';

/** Points for readings up to and including an edge; the last bin reaches up without end. */
export interface Bin {
  readonly upTo: number | null;
  readonly points: number;
}

/** One reason a score moves. */
export interface Factor {
  readonly key: string;
  /** In plain words, as a heading. */
  readonly title: string;
  /** What the reading counts. */
  readonly unit: 'days' | 'share';
  /** The one number the points depend on; null when the history does not tell. Days are day numbers. */
  read(history: History, asOf: number, prior: BookPrior): number | null;
  /** What the book as a whole would read; null where the book does not tell. */
  typical(prior: BookPrior): number | null;
  /** A sample of habits, to be shrunk while it is small; false for a fact of the day, which counts in full. */
  readonly isHabit: boolean;
  /** The expert's points. Whole numbers around 0, where 0 neither helps nor harms. */
  readonly bins: readonly Bin[];
  /** Points when there is no reading. */
  readonly missingPoints: number;
  /** The reading as a colleague would say it. */
  sentence(reading: number | null, history: History, asOf: number): string;
}

/** 'a day', '14 days': whole days in words. */
export function inDays(days: number): string {
  const whole = Math.round(days);
  return whole === 1 ? 'a day' : `${whole} days`;
}

/** A sentence begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
