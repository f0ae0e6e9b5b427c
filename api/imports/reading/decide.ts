import { type DecimalSign } from '../cells/amounts.js';
import { type DateOrder } from '../cells/dates.js';
import { AmbiguousAmounts, AmbiguousDates, ContradictingAmounts, ContradictingDates } from '../imports.errors.js';
import type { Survey } from './survey.js';

export interface Decided {
  /** By column of the file. */
  orders: Map<number, DateOrder | null>;
  signs: Map<number, DecimalSign>;
}

/**
 * The date order of each column: what a person or the format says, else what the column itself shows; refused when it
 * stays open, whatever other columns show. The decimal sign likewise, save that amounts of one file are written alike.
 */
export function decide(
  file: string,
  header: readonly string[],
  { days, amounts }: Pick<Survey, 'days' | 'amounts'>,
  given: { dateOrder?: DateOrder; decimalSign?: DecimalSign },
): Decided {
  const name = (column: number) => header[column] as string;
  const orders = new Map<number, DateOrder | null>();
  for (const [column, evidence] of days) {
    const order = given.dateOrder ?? evidence.order;
    if (!given.dateOrder && evidence.dayFirst && evidence.monthFirst) {
      throw new ContradictingDates(file, name(column), evidence.dayFirst, evidence.monthFirst);
    }
    if (order === null && evidence.either) {
      throw new AmbiguousDates(file, name(column), evidence.either.value, evidence.either.line);
    }
    orders.set(column, order);
  }

  const signs = new Map<number, DecimalSign>();
  const shownSigns = new Set([...amounts.values()].flatMap(({ sign }) => (sign ? [sign] : [])));
  for (const [column, evidence] of amounts) {
    if (!given.decimalSign && evidence.point && evidence.comma) {
      throw new ContradictingAmounts(file, name(column), evidence.point, evidence.comma);
    }
    const sign =
      given.decimalSign ?? evidence.sign ?? (shownSigns.size === 1 ? ([...shownSigns][0] as DecimalSign) : null);
    if (sign === null && evidence.either) {
      throw new AmbiguousAmounts(file, name(column), evidence.either.value, evidence.either.line);
    }
    signs.set(column, sign ?? '.');
  }
  return { orders, signs };
}
