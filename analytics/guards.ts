/**
 * What the arithmetic refuses, each with a sentence: so that a nonsensical input is an error where it enters,
 * and never a NaN on a dashboard.
 */

/** Refuses NaN and infinities. */
export function mustBeFinite(what: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${what} must be a number, not ${value}.`);
}

/** Refuses what is below nought, NaN and infinities. */
export function mustNotBeNegative(what: string, value: number): void {
  if (!(value >= 0) || value === Number.POSITIVE_INFINITY) {
    throw new RangeError(`${what} must be nought or more, not ${value}.`);
  }
}

/** Refuses nought and below, NaN and infinities. */
export function mustBePositive(what: string, value: number): void {
  if (!(value > 0) || value === Number.POSITIVE_INFINITY) {
    throw new RangeError(`${what} must be more than nought, not ${value}.`);
  }
}

/** Refuses what is not a share of one: below 0, above 1, NaN. */
export function mustBeShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must lie between 0 and 1, not ${value}.`);
}

/** Refuses a fraction, NaN, and whole numbers too large to be exact. */
export function mustBeWhole(what: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number, not ${value}.`);
}
