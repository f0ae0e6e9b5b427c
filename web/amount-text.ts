import { exponent } from './format.js';

/** The sign between whole and broken units where the reader lives. */
function readersDecimalSign(): string {
  return new Intl.NumberFormat().formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}

/**
 * Minor units of what a person typed: "12,500.00", "12.500,00", "12 500" and "12500" are all 1250000 in euros.
 * Null when it is no amount, or has more digits than the currency has.
 */
export function parseAmount(text: string, currency: string, decimalSign = readersDecimalSign()): number | null {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  const shape = /^(-?)(\d[\d.,]*)$/.exec(compact);
  if (!shape) return null;
  const digits = exponent(currency);
  const body = shape[2] ?? '';
  const sign = decimalSignIn(body, digits, decimalSign);
  const [whole = '', broken = '', ...rest] = sign ? body.split(sign) : [body];
  if (rest.length > 0 || broken.length > digits || /[.,]/.test(broken) || !groupedWell(whole)) return null;
  const minor = Number(whole.replace(/[.,]/g, '') + broken.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? (shape[1] ? -minor : minor) : null;
}

function decimalSignIn(body: string, digits: number, readers: string): string | null {
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  if (last < 0) return null;
  const sign = body.charAt(last);
  if (body.includes(sign === '.' ? ',' : '.')) return sign;
  if (body.indexOf(sign) !== last) return null;
  const after = body.length - last - 1;
  // Exactly three digits after a lone sign are a group of thousands, unless the currency itself has three.
  if (after === 3) return digits === 3 && sign === readers ? sign : null;
  return sign;
}

/** "1,234,567" or "1234567", with one kind of separator. */
const groupedWell = (whole: string) => /^\d+$/.test(whole) || /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole);
