import { mustBeFinite, mustBePositive, mustBeWhole, mustNotBeNegative } from './guards.js';

/**
 * The days from the due day to the day of payment: positive is late, negative is early.
 * Days; both arguments are day numbers. Example: due 30 June, paid 10 July: daysLate(20634, 20644) is 10.
 */
export function daysLate(dueOn: number, settledOn: number): number {
  mustBeWhole('The due day', dueOn);
  mustBeWhole('The day of payment', settledOn);
  return settledOn - dueOn;
}

/**
 * The days an open invoice is past due on a day; 0 up to and on the due day itself.
 * Days; both arguments are day numbers. Example: due 30 June, seen 30 June: daysPastDue(20634, 20634) is 0.
 */
export function daysPastDue(dueOn: number, asOf: number): number {
  mustBeWhole('The due day', dueOn);
  mustBeWhole('The day', asOf);
  return Math.max(0, asOf - dueOn);
}

/** A sum and how late it came. */
export interface LateAmount {
  readonly amountMinor: number;
  readonly daysLate: number;
}

/**
 * The average days late weighted by amount: `signed` lets early payments offset late ones, `floored` counts them as 0.
 * Days; null without any amount. Refuses negative amounts.
 * Σ amount × days ÷ Σ amount; our convention. Example: 400 ten days late, 1,000 two early, 600 forty-five late:
 * signed 14.5, floored 15.5.
 */
export function weightedDaysLate(allocations: readonly LateAmount[]): { signed: number; floored: number } | null {
  let amount = 0;
  let signed = 0;
  let floored = 0;
  for (const allocation of allocations) {
    mustNotBeNegative('An amount', allocation.amountMinor);
    mustBeFinite('Days late', allocation.daysLate);
    amount += allocation.amountMinor;
    signed += allocation.amountMinor * allocation.daysLate;
    floored += allocation.amountMinor * Math.max(0, allocation.daysLate);
  }
  return amount > 0 ? { signed: signed / amount, floored: floored / amount } : null;
}

/** How late one invoice was, and how long ago that is. */
export interface AgedLateness {
  readonly ageDays: number;
  readonly daysLate: number;
}

/**
 * The average days late in which an observation counts half as much for every half-life that has passed since.
 * Days, signed; null without observations. Refuses negative ages and a half-life not above nought.
 * Weights ½^(age ÷ half-life); our convention. Example: 30 days late today, 10 half a year ago, 0 a year ago, at a
 * half-life of 180 days: 20.
 */
export function recencyWeightedDaysLate(observations: readonly AgedLateness[], halfLifeDays: number): number | null {
  mustBePositive('A half-life', halfLifeDays);
  let weights = 0;
  let sum = 0;
  for (const observation of observations) {
    mustNotBeNegative('The age of an observation', observation.ageDays);
    mustBeFinite('Days late', observation.daysLate);
    const weight = 0.5 ** (observation.ageDays / halfLifeDays);
    weights += weight;
    sum += weight * observation.daysLate;
  }
  return weights > 0 ? sum / weights : null;
}
