import { monotoneRates } from '../monotone-rates.js';
import { finish, type Steps } from '../steps.js';

// Looked up once: it is asked for millions of times, and a global is slow to find where tests run.
const { exp } = Math;

/** One term of an additive model: for each row the bin its reading falls into. The last bin is for readings that are missing. */
export interface AdditiveTerm {
  readonly bins: Uint8Array;
  readonly size: number;
  /** How strongly neighbouring bins are held together; 0 for bins without an order. */
  readonly smoothness: number;
  /** Which way effects may go from bin to bin, where that is known; the bin of missing readings is free. */
  readonly direction?: Direction;
}

export type Direction = 'rising' | 'falling';

export interface AdditiveFitSettings {
  /** How strongly each effect is held to 0, in rows. */
  readonly ridge: number;
  readonly sweeps: number;
  /** How much of each Newton step is taken. */
  readonly step: number;
}

/**
 * The effects, in log-odds, of each bin of each term on a yes-or-no outcome, on top of an offset in log-odds for each row.
 * Penalised likelihood (ridge, and squared differences of neighbours), by cyclic Newton steps, term after term, each solved
 * as a tridiagonal system; where a direction is known, neighbours that go the other way are pooled after each step.
 * Deterministic. Sure (Wood, Generalized Additive Models, §4; Eilers and Marx 1996, penalties).
 * Example: no offset, one term of one bin, 3 of 4 rows yes, no ridge, many sweeps: ln 3.
 */
export function additiveFit(
  offset: Float64Array,
  outcome: Uint8Array,
  terms: readonly AdditiveTerm[],
  settings: AdditiveFitSettings,
): Float64Array[] {
  return finish(additiveFitting(offset, outcome, terms, settings));
}

/** The same, with a pause after each term. */
export function* additiveFitting(
  offset: Float64Array,
  outcome: Uint8Array,
  terms: readonly AdditiveTerm[],
  { ridge, sweeps, step }: AdditiveFitSettings,
): Steps<Float64Array[]> {
  // The odds against, multiplied where log-odds would be added: millions of rows need no exponential each time.
  const against = offset.map((logOdds) => exp(-logOdds));
  const effects = terms.map(({ size }) => new Float64Array(size));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const [j, term] of terms.entries()) {
      const effect = effects[j] as Float64Array;
      const { slope, curvature } = derivatives(against, outcome, term);
      const change = newtonStep(effect, slope, curvature, ridge, term.smoothness).map((whole) => whole * step);
      const moved = inDirection(
        effect.map((was, bin) => was + (change[bin] as number)),
        curvature,
        term.direction,
      );
      for (let bin = 0; bin < change.length; bin++) {
        change[bin] = (moved[bin] as number) - (effect[bin] as number);
        effect[bin] = moved[bin] as number;
      }
      const factor = change.map((logOdds) => exp(-logOdds));
      const { bins } = term;
      for (let row = 0; row < against.length; row++) {
        against[row] = (against[row] as number) * (factor[bins[row] as number] as number);
      }
      yield { doing: 'fitting', done: sweep, of: sweeps };
    }
  }
  return effects;
}

/** A bin without a row has no say where its neighbours meet. */
const noWeight = 1e-9;

function inDirection(effects: Float64Array, curvature: Float64Array, direction?: Direction): Float64Array {
  if (direction === undefined) return effects;
  const ordered = effects.length - 1;
  const weights = Array.from(curvature.subarray(0, ordered), (weight) => weight + noWeight);
  return Float64Array.of(
    ...monotoneRates([...effects.subarray(0, ordered)], weights, direction),
    effects[ordered] as number,
  );
}

function derivatives(against: Float64Array, outcome: Uint8Array, { bins, size }: AdditiveTerm) {
  const slope = new Float64Array(size);
  const curvature = new Float64Array(size);
  for (let row = 0; row < against.length; row++) {
    const chance = 1 / (1 + (against[row] as number));
    const bin = bins[row] as number;
    slope[bin] = (slope[bin] as number) + (outcome[row] as number) - chance;
    curvature[bin] = (curvature[bin] as number) + chance * (1 - chance);
  }
  return { slope, curvature };
}

/** Solves (curvature + ridge + smoothness·DᵀD) · change = slope − ridge·effect − smoothness·DᵀD·effect. */
function newtonStep(
  effect: Float64Array,
  slope: Float64Array,
  curvature: Float64Array,
  ridge: number,
  smoothness: number,
): Float64Array {
  const size = effect.length;
  const ordered = size - 1; // the bin of missing readings has no neighbours
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size); // between a bin and the next
  const right = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    // A bin without a row keeps its effect: a diagonal of 0 would be no equation.
    diagonal[i] = (curvature[i] as number) + ridge + 1e-9;
    right[i] = (slope[i] as number) - ridge * (effect[i] as number);
  }
  for (let i = 0; i + 1 < ordered; i++) {
    const pull = smoothness * ((effect[i + 1] as number) - (effect[i] as number));
    diagonal[i] = (diagonal[i] as number) + smoothness;
    diagonal[i + 1] = (diagonal[i + 1] as number) + smoothness;
    beside[i] = -smoothness;
    right[i] = (right[i] as number) + pull;
    right[i + 1] = (right[i + 1] as number) - pull;
  }
  for (let i = 1; i < size; i++) {
    const factor = (beside[i - 1] as number) / (diagonal[i - 1] as number);
    diagonal[i] = (diagonal[i] as number) - factor * (beside[i - 1] as number);
    right[i] = (right[i] as number) - factor * (right[i - 1] as number);
  }
  const change = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const after = i + 1 < size ? (beside[i] as number) * (change[i + 1] as number) : 0;
    change[i] = ((right[i] as number) - after) / (diagonal[i] as number);
  }
  return change;
}
