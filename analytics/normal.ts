/**
 * The share of a normal distribution beyond z on one side. Series of the error function near the middle (A&S 7.1.6), the
 * continued fraction of its complement (A&S 7.1.14) further out: to 1e-12, where a table would end at 1e-7.
 * Example: normalTail(1.959963984540054) is 0.025.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('The normal distribution has no place for what is not a number.');
  if (z < 0) return 1 - normalTail(-z);
  const x = z / Math.SQRT2;
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * sum && n < 200; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - (Math.exp(-x * x) * sum) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (2 * Math.sqrt(Math.PI) * (x + fraction));
}

/**
 * The z beyond which a share of the normal distribution lies on one side: the inverse of `normalTail`, by bisection.
 * Example: normalQuantile(0.025) is 1.959963984540054.
 */
export function normalQuantile(tail: number): number {
  if (!(tail > 0 && tail < 1))
    throw new RangeError(`A tail of the normal distribution lies between 0 and 1, not ${tail}.`);
  let [low, high] = [-38, 38];
  for (let i = 0; i < 200 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
