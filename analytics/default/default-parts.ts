import { modelQuality } from '../model-quality.js';
import type { ScoreInputs } from '../score-inputs.js';
import type { CustomerOnDay } from './train-default.js';

/** Below so many defaults the days measured on tell nothing: an AUC is off by 0.06 by chance. Our convention of 2026-11. */
export const defaultsToMeasure = 20;

/** What was told of some of the customers of a day, and what happened: `by` what they were parted, and which part. */
export interface DefaultPart {
  readonly by: string;
  readonly name: string;
  readonly customers: number;
  readonly defaults: number;
  /** How many defaults were told: the sum of the chances. */
  readonly told: number;
  /** Null with fewer defaults than measuring takes: the counts are then all there is. */
  readonly auc: number | null;
}

interface Parting {
  readonly by: string;
  /** In the order in which they are shown. */
  readonly names: readonly [string, ...string[]];
  readonly of: (inputs: ScoreInputs) => number;
}

/** By what is known of a customer on the day. Below six invoices a score leaves the decision to a person; 20 our convention. */
const partings: readonly Parting[] = [
  {
    by: 'invoices known',
    names: ['below 6', '6 to 19', '20 and more'],
    of: ({ settled, overdue }) => Number(settled + overdue >= 6) + Number(settled + overdue >= 20),
  },
  {
    by: 'on the day',
    names: ['nothing overdue', 'something overdue'],
    of: ({ overdue }) => Number(overdue > 0),
  },
  {
    by: 'credit check',
    names: ['none', 'with a chance in it'],
    of: ({ check }) => Number(check !== null),
  },
];

/**
 * What chances told of each part of the customers of a day; the chances in the order of the customers, shares of one. Parts
 * nobody belongs to are left out. Example: the tests.
 */
export function defaultParts(cases: readonly CustomerOnDay[], chances: readonly number[]): DefaultPart[] {
  return partings.flatMap(({ by, names, of }) =>
    names.flatMap((name, part) => {
      const own = [...cases.keys()].filter((i) => of((cases[i] as CustomerOnDay).inputs) === part);
      if (own.length === 0) return [];
      const told = own.map((i) => chances[i] as number);
      const happened = own.map((i) => (cases[i]?.isBad ? 1 : 0));
      const defaults = happened.filter(Boolean).length;
      return {
        by,
        name,
        customers: own.length,
        defaults,
        told: told.reduce((sum, chance) => sum + chance, 0),
        auc: defaults >= defaultsToMeasure ? (modelQuality(told, happened)?.auc ?? null) : null,
      };
    }),
  );
}
