import { type Day, isDay } from '../../../analytics/index.js';

export type DateOrder = 'day-month' | 'month-day';
export const dateOrders: readonly DateOrder[] = ['day-month', 'month-day'];

/** Why a text is no day we can take. */
export type DateProblem = 'notADate' | 'impossibleDate' | 'yearOutOfRange' | 'shortYear';
export const isDateProblem = (text: Day | DateProblem): text is DateProblem => text.charCodeAt(0) > 57;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

// What follows a day may be a time, which a ledger of days has no use for.
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d.*)?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ]\d.*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dayNamed = /^(\d{1,2})(?:st|nd|rd|th|º)?[-. /]*(?:de )?(\p{L}{3,})[-., /]*(?:del? )?(\d{4})$/iu;
const nameFirst = /^(\p{L}{3,})[-. /]*(\d{1,2})(?:st|nd|rd|th)?[-., /]+(\d{4})$/iu;
const shortYear = /^\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,})[-/. ]\d{2}$/u;

/** Months by the beginning of their names in English, German, French, Spanish, Portuguese, Italian and Dutch, without accents. */
const months: Record<string, number> = {
  jan: 1, ene: 1, gen: 1, feb: 2, fev: 2, mar: 3, mrt: 3, maa: 3, apr: 4, avr: 4, abr: 4, may: 5, mai: 5, mei: 5, mag: 5,
  jun: 6, giu: 6, juin: 6, jul: 7, lug: 7, juil: 7, aug: 8, aou: 8, ago: 8, sep: 9, set: 9, oct: 10, okt: 10, ott: 10, out: 10,
  nov: 11, dec: 12, dez: 12, dic: 12,
}; // biome-ignore format: a table

/** The day a text means. `order` says how to read 3/4/2025; with points between (3.4.2025) the day always comes first. */
export function dayFrom(text: string, order: DateOrder | null): Day | DateProblem {
  if (isDay(text)) return inRange(text);
  const iso = yearFirst.exec(text) ?? undefined;
  if (iso) return build(iso[1], iso[3], iso[4]);
  const last = yearLast.exec(text);
  if (last) {
    const monthFirst = order === 'month-day' && last[2] !== '.';
    return build(last[4], monthFirst ? last[1] : last[3], monthFirst ? last[3] : last[1]);
  }
  const digits = compact.exec(text);
  if (digits) return build(digits[1], digits[2], digits[3]);
  const named = dayNamed.exec(text);
  if (named) return build(named[3], monthNamed(named[2]), named[1]);
  const month = nameFirst.exec(text);
  if (month) return build(month[3], monthNamed(month[1]), month[2]);
  return shortYear.test(text) ? 'shortYear' : 'notADate';
}

function build(year = '', month: string | undefined = '', day = ''): Day | DateProblem {
  if (month === '') return 'notADate';
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? inRange(text) : 'impossibleDate';
}

function inRange(day: Day): Day | DateProblem {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? day : 'yearOutOfRange';
}

function monthNamed(name = ''): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const month = months[plain.slice(0, 4)] ?? months[plain.slice(0, 3)];
  return month === undefined ? undefined : String(month);
}

export interface Seen {
  value: string;
  line: number;
}

/** What the dates of one column say about their order; looked at for the whole column before a row is taken. */
export class DateEvidence {
  dayFirst: Seen | null = null;
  monthFirst: Seen | null = null;
  either: Seen | null = null;

  see(text: string, line: number): void {
    if (text.length === 10 && text.charCodeAt(4) === 45) return; // ISO, nearly always
    const parts = yearLast.exec(text);
    if (parts === null || parts[2] === '.') return;
    const first = Number(parts[1]);
    const second = Number(parts[3]);
    if (first > 12 && second <= 12) this.dayFirst ??= { value: text, line };
    else if (second > 12 && first <= 12) this.monthFirst ??= { value: text, line };
    else if (first !== second && first <= 12) this.either ??= { value: text, line };
  }

  get isContradictory(): boolean {
    return this.dayFirst !== null && this.monthFirst !== null;
  }

  /** The order the column shows; null when it shows none. */
  get order(): DateOrder | null {
    if (this.isContradictory) return null;
    return this.dayFirst ? 'day-month' : this.monthFirst ? 'month-day' : null;
  }

  get isAmbiguous(): boolean {
    return this.either !== null && this.dayFirst === null && this.monthFirst === null;
  }
}
