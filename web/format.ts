/** The only place that makes text of money, days and shares. Until here they are numbers and `YYYY-MM-DD`. */

/** An en dash: a value we do not have is never shown as 0. */
export const missing = '–';

let locale: string | undefined;

/** The reader's locale is the browser's; tests name one. */
export function readAs(tag: string | undefined): void {
  locale = tag;
  formatters.clear();
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const kept = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, kept);
  return kept as Intl.NumberFormat;
}

/** One form for every reader, and the one the server's sentences have: no order of day and month to get wrong. */
function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${JSON.stringify(options)}`;
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, kept);
  return kept as Intl.DateTimeFormat;
}

const withMinus = (text: string) => text.replace(/^-|(?<=\s)-/u, '−');

export function exponent(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export const toMajor = (minor: number, currency: string) => minor / 10 ** exponent(currency);

export const toMinor = (major: number, currency: string) => Math.round(major * 10 ** exponent(currency));

/** Without the currency, for table cells: the code stands in the column's head. */
export function amount(minor: number | null | undefined, currency: string): string {
  if (minor == null) return missing;
  const digits = exponent(currency);
  const text = numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(minor / 10 ** digits);
  return withMinus(text);
}

type Amount = { minor: number; currency: string };

/** "EUR 1,234.50" */
export const money = (value: Amount | null | undefined) =>
  value ? `${value.currency}\u00a0${amount(value.minor, value.currency)}` : missing;

/** "EUR 1,234,567": for tiles and axes, where above 100,000 the minor units only get in the way. */
export function roundMoney(value: Amount | null | undefined): string {
  if (!value) return missing;
  const major = toMajor(value.minor, value.currency);
  if (Math.abs(major) < 100_000) return money(value);
  return `${value.currency}\u00a0${withMinus(numbers({ maximumFractionDigits: 0 }).format(major))}`;
}

/** "1.2M": for axis ticks and labels inside a bar. */
export const shortAmount = (minor: number, currency: string) =>
  withMinus(numbers({ notation: 'compact', maximumSignificantDigits: 3 }).format(toMajor(minor, currency)));

/** "1234.50": what a spreadsheet reads as a number. */
export function plainAmount(minor: number, currency: string): string {
  return toMajor(minor, currency).toFixed(exponent(currency));
}

export const count = (value: number | null | undefined, maximumFractionDigits = 0) =>
  value == null ? missing : withMinus(numbers({ maximumFractionDigits }).format(value));

export const counted = (value: number, one: string, many: string) => `${count(value)} ${value === 1 ? one : many}`;

const percent = (value: number, options: Intl.NumberFormatOptions) =>
  withMinus(numbers({ style: 'percent', ...options }).format(value)).replace(/\s?%/u, '\u00a0%');

/** "18 %", as the server's sentences have it; the two never stand on two lines. */
export const share = (value: number | null | undefined, digits = 0) =>
  value == null ? missing : percent(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** "+4 %" */
export const change = (value: number) => percent(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** "+12", "−8": points of a score. */
export const points = (value: number) => numbers({ signDisplay: 'exceptZero' }).format(value).replace('-', '−');

const atNoon = (on: string) => new Date(`${on}T12:00:00Z`);
const inUtc = { timeZone: 'UTC' } as const;

/** "22 Nov 2026" */
export const day = (on: string | null | undefined) =>
  on ? dates({ day: 'numeric', month: 'short', year: 'numeric', ...inUtc }).format(atNoon(on)) : missing;

/** "Nov 2026" */
export const month = (on: string) => dates({ month: 'short', year: 'numeric', ...inUtc }).format(atNoon(on));

/** "22 Nov 2026, 14:05", in the reader's time zone. */
export const instant = (at: string | null | undefined) =>
  at ? dates({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)) : missing;

/** "41 days" */
export const days = (value: number | null | undefined, maximumFractionDigits = 0) =>
  value == null ? missing : `${count(value, maximumFractionDigits)} ${Math.abs(value) === 1 ? 'day' : 'days'}`;

/** "12 days past due", "due in 3 days", "due today": an open invoice. */
export function dueText(daysPastDue: number | null | undefined): string {
  if (daysPastDue == null) return missing;
  if (daysPastDue === 0) return 'due today';
  return daysPastDue > 0 ? `${days(daysPastDue)} past due` : `due in ${days(-daysPastDue)}`;
}

/** "12 days late", "3 days early", "on the due day": a settled invoice. */
export function paidText(daysLate: number | null | undefined): string {
  if (daysLate == null) return missing;
  if (daysLate === 0) return 'on the due day';
  return daysLate > 0 ? `${days(daysLate)} late` : `${days(-daysLate)} early`;
}

/** "about 3 in 100": a chance people can picture. */
export function chanceInWords(chance: number | null | undefined): string {
  if (chance == null) return missing;
  if (chance < 0.0005) return 'fewer than 1 in 1,000';
  if (chance < 0.00995) return `about ${count(chance * 1000)} in ${count(1000)}`;
  return `about ${count(chance * 100)} in ${count(100)}`;
}

/** "3.4 MB" */
export function fileSize(bytes: number): string {
  const [unit, size] = bytes >= 1e6 ? (['megabyte', bytes / 1e6] as const) : (['kilobyte', bytes / 1e3] as const);
  return numbers({ style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}
