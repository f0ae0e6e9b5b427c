import { gammaln } from 'simple-statistics';
import { mustBePositive, mustBeShare } from './guards.js';

/**
 * The regularised incomplete beta function: the chance that a Beta(a, b) share lies at or below x.
 * A share of one. Refuses a or b not above nought and x outside 0–1.
 * Continued fraction by Lentz's method (Numerical Recipes §6.4); good to about 1e-12.
 * Example: betaCdf(0.5, 2, 2) is 0.5.
 */
export function betaCdf(x: number, a: number, b: number): number {
  mustBeShare('A share', x);
  mustBePositive('The first parameter of a Beta', a);
  mustBePositive('The second parameter of a Beta', b);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
  // the fraction converges fast only left of the mean: right of it, turn the distribution round
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a;
  return 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}

/**
 * The share below which a Beta(a, b) lies with probability p: the inverse of `betaCdf`.
 * A share of one. Refuses what `betaCdf` refuses.
 * By halving until the interval is no longer than rounding; sure. Example: betaQuantile(0.05, 4, 28) is 0.0453.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  mustBeShare('A probability', p);
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
