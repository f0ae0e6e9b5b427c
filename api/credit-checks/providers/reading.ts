import { type CreditCheckAmount, isCurrency, isDay, toMinor } from '../../../analytics/index.js';

// What stands at a place of an answer, if it is of the kind one expects. Providers leave out, send null, and send texts
// where numbers belong; what is of another kind counts as not said.

export type Json = Readonly<Record<string, unknown>>;

/** The object or value at a path such as `report.creditScore`; `0` is the first of a list. */
export function at(of: unknown, path: string): unknown {
  let here = of;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Json)[name];
  }
  return here;
}

export const objectAt = (of: unknown, path: string): Json | null => {
  const value = at(of, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
};

export const listAt = (of: unknown, path: string): readonly unknown[] => {
  const value = at(of, path);
  return Array.isArray(value) ? value : [];
};

/** Trimmed; null when empty. */
export const textAt = (of: unknown, path: string): string | null => {
  const value = at(of, path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

export const booleanAt = (of: unknown, path: string): boolean | null => {
  const value = at(of, path);
  return typeof value === 'boolean' ? value : null;
};

/** Also a number in a text; no other text is one. */
export const numberAt = (of: unknown, path: string): number | null => {
  const value = at(of, path);
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const countAt = (of: unknown, path: string): number | null => {
  const number = numberAt(of, path);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
};

/** A day, also one with a time behind it. */
export const dayAt = (of: unknown, path: string): string | null => {
  const day = textAt(of, path)?.slice(0, 10) ?? '';
  return isDay(day) ? day : null;
};

/** A day of which only the year or the month may be known: then the last it can have been. */
export const foundedAt = (of: unknown, path: string): string | null => {
  const text = textAt(of, path) ?? String(at(of, path) ?? '');
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(text) ?? [];
  if (year === undefined) return null;
  const last = [text.slice(0, 10), `${year}-${month}-28`, `${year}-12-31`].find(isDay);
  return last ?? null;
};

/** An amount in major units, as minor ones of a currency. */
export function minorOf(major: number | null, currency: string): number | null {
  if (major === null || Math.abs(major) > 1e12) return null;
  return toMinor(major.toFixed(4), currency);
}

/** An amount with its currency: `{ value, currency }`. Without a currency it is no amount. */
export function amountAt(of: unknown, path: string): CreditCheckAmount | null {
  const currency = textAt(of, `${path}.currency`);
  if (currency === null || !isCurrency(currency)) return null;
  const minor = minorOf(numberAt(of, `${path}.value`), currency);
  return minor === null ? null : { minor, currency };
}
