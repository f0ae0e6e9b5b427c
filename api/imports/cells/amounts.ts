import type { Seen } from './dates.js';

export type DecimalSign = '.' | ',';
export const decimalSigns: readonly DecimalSign[] = ['.', ','];
export type AmountProblem = 'notAnAmount' | 'tooManyDecimals' | 'amountTooLarge';

/** 9 × 10^14 minor units: a book may sum a thousand of them and stay exact. */
const LARGEST = 9e14;

// Spaces of all widths and the Swiss apostrophe group thousands; they never mark the decimals.
const groupingSpace = /[\s\u00a0\u2009\u202f'’]/g;
const aroundNumber = /^(?:[A-Z]{3}|[$€£¥₹]|[A-Z]{1,2}\$|kr\.?|Fr\.?)|(?:[A-Z]{3}|[$€£¥₹]|kr\.?|Fr\.?|zł|Kč)$/g;

/** An amount as its sign and its digits with `.` and `,` still in them; null for what is no amount. */
function bare(text: string): { negative: boolean; digits: string } | null {
  let rest = text.replace(groupingSpace, '').replace('−', '-');
  let negative = false;
  if ((rest.match(/[-+(]/g) ?? []).length > 1) return null;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1);
  }
  // The sign may stand before or after the currency, and behind the number.
  for (let turn = 0; turn < 2; turn++) {
    if (/^[+-]/.test(rest)) {
      if (rest[0] === '-') negative = !negative;
      rest = rest.slice(1);
    } else if (/[+-]$/.test(rest)) {
      if (rest.endsWith('-')) negative = !negative;
      rest = rest.slice(0, -1);
    }
    rest = rest.replace(aroundNumber, '');
  }
  return /^\d[\d.,]*$/.test(rest) || /^[.,]\d+$/.test(rest) ? { negative, digits: rest } : null;
}

/**
 * The minor units of an amount as people write it: `1,234.56`, `1.234,56`, `1 234,56`, `(12.00)`, `12.00-`, `€ 12`.
 * `sign` is the decimal sign of the column, `exponent` the number of decimals of the currency.
 */
export function minorFrom(text: string, exponent: number, sign: DecimalSign): number | AmountProblem {
  const plain = plainDigits(text, exponent, sign);
  if (plain !== null) return plain;
  const parts = bare(text);
  const read = parts && parted(parts.digits, sign);
  if (!read) return 'notAnAmount';
  const decimals = read.fraction.replace(/0+$/, '');
  if (decimals.length > exponent) return 'tooManyDecimals';
  const minor = Number(read.whole.replace(/[.,]/g, '') + decimals.padEnd(exponent, '0'));
  if (minor > LARGEST) return 'amountTooLarge';
  return parts.negative && minor !== 0 ? -minor : minor;
}

/** What stands before the decimal sign, in groups or not, and behind it; null where that makes no number. */
function parted(digits: string, sign: DecimalSign): { whole: string; fraction: string } | null {
  const [whole = '', fraction = '', ...more] = digits.split(sign);
  if (more.length > 0 || /[.,]/.test(fraction)) return null;
  return /^\d*$/.test(whole) || /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(whole) ? { whole, fraction } : null;
}

/** The common case, without a regular expression: digits, at most one decimal sign. Null when it is not that. */
function plainDigits(text: string, exponent: number, sign: DecimalSign): number | null {
  const length = text.length;
  if (length === 0 || length > 14) return null;
  const signCode = sign.charCodeAt(0);
  let value = 0;
  let decimals = -1;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      if (decimals >= 0) decimals++;
    } else if (code === signCode && decimals < 0 && i > 0) decimals = 0;
    else return null;
  }
  if (decimals > exponent) return null;
  for (let missing = exponent - Math.max(decimals, 0); missing > 0; missing--) value *= 10;
  return value <= LARGEST ? value : null;
}

/** What the amounts of one column say about their decimal sign; looked at for the whole column before a row is taken. */
export class AmountEvidence {
  point: Seen | null = null;
  comma: Seen | null = null;
  either: Seen | null = null;

  see(text: string, line: number): void {
    // Two decimals behind a sign, as in most ledgers, need no closer look once that sign has been seen.
    const third = text.charCodeAt(text.length - 3);
    if ((third === 46 && this.point !== null) || (third === 44 && this.comma !== null)) return;
    const digits = bare(text)?.digits;
    if (digits === undefined) return;
    const lastPoint = digits.lastIndexOf('.');
    const lastComma = digits.lastIndexOf(',');
    const last = Math.max(lastPoint, lastComma);
    if (last === -1) return;
    if (lastPoint !== -1 && lastComma !== -1) this.saw(digits[last] === '.', digits, text, line);
    else if (digits.indexOf(digits[last] as string) !== last)
      this.saw(digits[last] !== '.', digits, text, line); // 1.234.567 groups
    else if (digits.length - last - 1 !== 3 || last > 3 || /^0*[.,]/.test(digits))
      this.saw(digits[last] === '.', digits, text, line);
    else this.either ??= { value: text, line };
  }

  private saw(isPoint: boolean, digits: string, value: string, line: number): void {
    // What is no number with that sign either, such as 10.0.0, is a bad cell and says nothing about the others.
    if (parted(digits, isPoint ? '.' : ',') === null) return;
    if (isPoint) this.point ??= { value, line };
    else this.comma ??= { value, line };
  }

  get isContradictory(): boolean {
    return this.point !== null && this.comma !== null;
  }

  get sign(): DecimalSign | null {
    if (this.isContradictory) return null;
    return this.point ? '.' : this.comma ? ',' : null;
  }

  get isAmbiguous(): boolean {
    return this.either !== null && this.point === null && this.comma === null;
  }
}
