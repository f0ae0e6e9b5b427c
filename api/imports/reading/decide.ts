import { type DecimalSign } from '../cells/amounts.js';
import { type DateOrder } from '../cells/dates.js';
import { AmbiguousAmounts, AmbiguousDates, ContradictingAmounts, ContradictingDates } from '../imports.errors.js';
import type { Survey } from './survey.js';

export interface Decided {
  /** By column of the file. */
  orders: Map<number, DateOrder | null>;
  signs: Map<number, DecimalSign>;
  /** Columns that showed no order of their own and were read like another one. */
  borrowed: { column: number; order: DateOrder; from: number }[];
}

/**
 * The date order and the decimal sign of each column: what a person said, else what the column shows, else what the
 * other columns of the same file show; refused when it stays open.
 */
export function decide(
  file: string,
  header: readonly string[],
  { days, amounts }: Pick<Survey, 'days' | 'amounts'>,
  given: { dateOrder?: DateOrder; decimalSign?: DecimalSign },
): Decided {
  const name = (column: number) => header[column] as string;
  const orders = new Map<number, DateOrder | null>();
  const borrowed: Decided['borrowed'] = [];
  const shown = [...days].filter(([, evidence]) => evidence.order !== null);
  for (const [column, evidence] of days) {
    let order = given.dateOrder ?? evidence.order;
    if (!given.dateOrder && evidence.dayFirst && evidence.monthFirst) {
      throw new ContradictingDates(file, name(column), evidence.dayFirst, evidence.monthFirst);
    }
    if (order === null && evidence.either) {
      const [first] = shown;
      if (!first || shown.some(([, other]) => other.order !== first[1].order)) {
        throw new AmbiguousDates(file, name(column), evidence.either.value, evidence.either.line);
      }
      order = first[1].order;
      borrowed.push({ column, order: order as DateOrder, from: first[0] });
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
  return { orders, signs, borrowed };
}
