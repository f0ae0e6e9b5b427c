import { mustBePositive, mustBeWhole } from './guards.js';

/** ISO 4217 codes by their number of decimals; active ones and those retired since 2025, as old invoices carry them. */
const codesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
    SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/** All currency codes this installation knows, in alphabetical order. */
export const currencyCodes: readonly string[] = [...exponents.keys()].sort();

/**
 * Whether a text is a known ISO 4217 currency code in capitals.
 * Example: isCurrency('GBP') is true, isCurrency('gbp') is false.
 */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/**
 * How many decimals a currency has: 0 for JPY, 2 for GBP, 3 for KWD.
 * A whole number. Refuses an unknown code.
 * ISO 4217, list one; sure. Example: minorUnitExponent('KWD') is 3.
 */
export function minorUnitExponent(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`${currency} is not a known currency code (ISO 4217).`);
  return exponent;
}

/**
 * The minor units of an amount written as a decimal text, exact, rounded half up beyond the currency's decimals.
 * Minor units; a negative amount is the mirror of the positive one. Refuses what is not plain decimal text with a
 * point ('1,000', '1e3', '') and amounts beyond Number.MAX_SAFE_INTEGER.
 * Rounding: half up is the rule of the house. Example: toMinor('1234.565', 'GBP') is 123457.
 */
export function toMinor(decimal: string, currency: string): number {
  const exponent = minorUnitExponent(currency);
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (parts === null) throw new RangeError(`"${decimal}" is not an amount in digits with a decimal point.`);
  const [, sign, whole, fraction = ''] = parts;
  const kept = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  const magnitude = (fraction[exponent] ?? '0') >= '5' ? kept + 1 : kept;
  if (!Number.isSafeInteger(magnitude)) throw new RangeError(`"${decimal}" is too large to be counted exactly.`);
  return sign === '-' ? 0 - magnitude : magnitude;
}

/**
 * The decimal text of an amount in minor units, with all the decimals of its currency.
 * Text with a point and no separators. Refuses fractions of a minor unit.
 * Exact. Example: toMajor(-5, 'GBP') is '-0.05'.
 */
export function toMajor(minor: number, currency: string): string {
  mustBeWhole('An amount in minor units', minor);
  const exponent = minorUnitExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * A computed amount rounded half up to the whole minor unit, symmetric for negatives.
 * Minor units. Refuses NaN, infinities and what is too large to be exact.
 * A product that binary arithmetic leaves a hair below the half (0.285 × 100 = 28.499999999999996) counts as the half.
 * Example: roundMinor(0.285 * 100) is 29, roundMinor(-2.5) is -3.
 */
export function roundMinor(x: number): number {
  const magnitude = Math.abs(x);
  const rounded = Number.isInteger(magnitude) ? magnitude : Math.round(magnitude * (1 + Number.EPSILON));
  mustBeWhole('An amount in minor units', rounded);
  return x < 0 ? 0 - rounded : rounded;
}

/**
 * An amount in another currency, rounded half up to its minor unit.
 * `rate` is units of `to` for one unit of `from` (for GBP to JPY about 190). Refuses a rate that is not above nought.
 * Example: convertMinor(10_000, 'GBP', 'JPY', 190.5) is 19050: 100.00 pounds are 19,050 yen.
 */
export function convertMinor(minor: number, from: string, to: string, rate: number): number {
  mustBeWhole('An amount in minor units', minor);
  mustBePositive('A rate', rate);
  const shift = minorUnitExponent(to) - minorUnitExponent(from);
  return roundMinor(shift < 0 ? (minor * rate) / 10 ** -shift : minor * rate * 10 ** shift);
}
