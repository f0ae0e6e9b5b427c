import { sum } from 'simple-statistics';
import { mustBePositive, mustBeShare, mustNotBeNegative } from './guards.js';

/**
 * The share of what reached each bucket that was never paid in the end: IFRS 9's historic loss rates, a list of shares
 * of one in the order of the buckets. `reached` and `neverPaid` are amounts in one unit, minor units as a rule, of the
 * sales of one period; the first bucket is reached by all of them. Refuses a bucket that nothing reached, and more lost
 * than the last bucket held. Rate = never paid ÷ reached; IFRS 9 B5.5.35, worked example of IFRScommunity.com; sure.
 * Example: 100,000 sold, of which 50,000, 23,000, 8,000 and 2,000 grew older, and 2,000 were lost: 2, 4, 8.7, 25, 100 %.
 */
export function lossRates(reached: readonly number[], neverPaid: number): number[] {
  mustNotBeNegative('What was never paid', neverPaid);
  for (const amount of reached) {
    mustBePositive('What reached a bucket', amount);
    if (neverPaid > amount)
      throw new RangeError(`${neverPaid} cannot be lost of a bucket that only ${amount} ever reached.`);
  }
  return reached.map((amount) => neverPaid / amount);
}

/**
 * Loss rates as the outlook has them: times a scalar, never above 1. Shares of one in the order given. Refuses a rate
 * that is no share and a scalar below nought. IFRS 9 B5.5.35, the forward-looking step; the method is our convention.
 * Example: 2 % in times a quarter worse is 2.5 %.
 */
export function withOutlook(rates: readonly number[], scalar: number): number[] {
  mustNotBeNegative('The scalar of the outlook', scalar);
  for (const rate of rates) mustBeShare('A loss rate', rate);
  return rates.map((rate) => Math.min(1, rate * scalar));
}

/**
 * What is expected never to be paid of each bucket's balance, over the whole life of the invoices: amounts in the unit
 * of the balances, not rounded. Refuses lists of two lengths, a balance below nought, a rate that is no share.
 * Balance × rate: IFRS 9 5.5.15, the simplified approach, and its Illustrative Example 12; sure.
 * Example: 15,000,000 at 0.3 % is 45,000.
 */
export function expectedCreditLoss(balances: readonly number[], rates: readonly number[]): number[] {
  if (balances.length !== rates.length)
    throw new RangeError(`${balances.length} balances and ${rates.length} rates: each balance has its rate.`);
  for (const balance of balances) mustNotBeNegative('A balance', balance);
  for (const rate of rates) mustBeShare('A loss rate', rate);
  return balances.map((balance, i) => balance * (rates[i] as number));
}

/**
 * Where money in each bucket ends, when a share of it moves from bucket to bucket each month: a row a bucket, a column an
 * end (paid, bad, …), shares of one. `moves` are the monthly shares from bucket to bucket, `ends` those from bucket to
 * end; a row of both together is 1. Refuses rows that are not, and money that goes round for ever.
 * B = (I − Q)⁻¹ R, absorbing Markov chain of Cyert, Davidson and Thompson (1962); sure.
 * Example: half stays and of the rest half is paid, moves [[0.5]], ends [[0.25, 0.25]]: half is paid, half is bad.
 */
export function whereItEnds(moves: readonly (readonly number[])[], ends: readonly (readonly number[])[]): number[][] {
  const size = moves.length;
  if (ends.length !== size || moves.some((row) => row.length !== size))
    throw new RangeError('As many rows of moves, of columns of moves and of ends as there are buckets.');
  for (const [i, row] of moves.entries()) {
    const shares = [...row, ...(ends[i] as readonly number[])];
    for (const share of shares) mustBeShare('What moves', share);
    if (Math.abs(sum(shares) - 1) > 1e-9)
      throw new RangeError(`What leaves or stays in bucket ${i + 1} is not all of it.`);
  }
  // Gauss–Jordan on (I − Q | R), the largest pivot first.
  const rows = moves.map((row, i) => [
    ...row.map((share, j) => (i === j ? 1 : 0) - share),
    ...(ends[i] as readonly number[]),
  ]);
  for (let at = 0; at < size; at++) {
    const largest = rows
      .slice(at)
      .reduce((best, row, i) => (pivotAt(row, at) > pivotAt(rows[best], at) ? at + i : best), at);
    [rows[at], rows[largest]] = [rows[largest] as number[], rows[at] as number[]];
    const pivot = rows[at] as number[];
    const by = pivot[at] as number;
    if (Math.abs(by) < 1e-12) throw new RangeError('Some of the money moves in a circle and never ends.');
    for (let j = at; j < pivot.length; j++) pivot[j] = (pivot[j] as number) / by;
    for (const row of rows) {
      const times = row[at] as number;
      if (row === pivot || times === 0) continue;
      for (let j = at; j < row.length; j++) row[j] = (row[j] as number) - times * (pivot[j] as number);
    }
  }
  return rows.map((row) => row.slice(size));
}

const pivotAt = (row: readonly number[] | undefined, at: number) => Math.abs(row?.[at] ?? 0);
