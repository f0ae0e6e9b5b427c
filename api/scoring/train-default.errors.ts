import type { DefaultsAtHand } from '../../analytics/index.js';
import { Refusal } from '../shared/refusal.js';

export class TooFewDefaults extends Refusal {
  readonly code = 'TOO_FEW_DEFAULTS';

  constructor(
    { toFitOn, neededToFit, toMeasureOn, neededToMeasure }: DefaultsAtHand,
    days: readonly string[],
    inForce: string,
  ) {
    const last = days.at(-1);
    const seen =
      last === undefined
        ? 'the book is younger than the year that a default takes to show'
        : `${toFitOn} of the ${neededToFit} defaults that fitting takes lie within a year of the past days before ${last}, and ${toMeasureOn} of the ${neededToMeasure} that measuring takes in the year after it`;
    super(`Too few defaults to fit a scorecard: ${seen}. The scorecard ${inForce} stays in force.`);
  }
}
