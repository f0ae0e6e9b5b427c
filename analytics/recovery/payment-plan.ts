import { mustBePositive, mustBeWhole, mustNotBeNegative } from '../guards.js';

const largestPlan = 600;

/**
 * The equal monthly instalment that pays a debt and the interest on what is left of it: minor units, not rounded.
 * `annualRate` is a share of one. Refuses a debt or a rate below nought and a plan of no month or of more than 600.
 * P·i ÷ (1 − (1 + i)⁻ⁿ) with i a twelfth of the rate, the standard annuity; sure.
 * Example: 12,000.00 at 8 % over 12 months is 1,043.86.
 */
export function instalment(debtMinor: number, annualRate: number, months: number): number {
  mustNotBeNegative('The debt', debtMinor);
  mustNotBeNegative('The yearly rate', annualRate);
  mustBeWhole('The number of months', months);
  mustBePositive('The number of months', months);
  if (months > largestPlan) throw new RangeError(`A plan has at most ${largestPlan} months, not ${months}.`);
  const monthly = annualRate / 12;
  return monthly === 0 ? debtMinor / months : (debtMinor * monthly) / (1 - (1 + monthly) ** -months);
}

/**
 * The instalments of a plan as they are asked for: whole minor units, interest rounded each month, and the last one pays
 * what is left. Refuses what `instalment` refuses, and a debt in fractions. Our convention.
 * Example: 12,000.00 at 8 % over 12 months is eleven times 1,043.86 and 1,043.87 at last.
 */
export function planOf(debtMinor: number, annualRate: number, months: number): number[] {
  mustBeWhole('The debt', debtMinor);
  const usual = Math.round(instalment(debtMinor, annualRate, months));
  const instalments: number[] = [];
  let left = debtMinor;
  for (let month = 1; month <= months; month++) {
    left += Math.round((left * annualRate) / 12);
    const paid = month === months ? left : Math.min(usual, left);
    instalments.push(paid);
    left -= paid;
  }
  return instalments;
}
