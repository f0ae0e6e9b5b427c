import {
  amountInWords,
  countInWords,
  creditUtilisation,
  exposure,
  type HoldReason,
  holdDecision,
  holdRules,
  roundMinor,
} from '../../analytics/index.js';
import type { Grade } from '../shared/grade.js';
import { money } from '../shared/money.view.js';
import { exposureOf } from './exposure-of.js';
import type { HoldFactsRow, WithoutRate } from './hold-facts.js';
import { type HoldProposal, type HoldReasonView, HoldRule, StandingState } from './standing.view.js';

/** Why the rules would put a customer on hold; empty when they would not. A contested invoice never counts as overdue. */
export function holdReasons(row: HoldFactsRow, asOf: string): HoldReasonView[] {
  const utilisation =
    row.creditLimitMinor === null ? null : creditUtilisation({ ...exposureOf(row), limitMinor: row.creditLimitMinor });
  const { reasons } = holdDecision(
    {
      asOf,
      daysPastDue: row.oldestDaysPastDue,
      overdueUndisputedMinor: row.overdueMinor,
      utilisation,
      brokenPromises: 0,
      hasReturnedPayment: false,
      overrideUntil: null,
      isInsolvencyProcedure: false,
    },
    // The floor is set in the reporting currency; what cannot be compared with it is not below it.
    {
      ...holdRules,
      minOverdueMinor: row.factor && isWeighed(row) ? roundMinor(holdRules.minOverdueMinor / row.factor) : 0,
    },
  );
  const views = reasons.flatMap((reason) => view(reason, row, utilisation));
  // Of a limit of nothing there is no share: owing anything is above it.
  const owes = exposure(exposureOf(row));
  const owed = inWords(row, owes, ({ openMinor }) => openMinor);
  if (row.creditLimitMinor === 0 && owed !== '')
    views.push({
      rule: HoldRule.OVER_LIMIT,
      sentence: `Owes ${owed} and has no credit: its limit is nothing.`,
    });
  else if (row.creditLimitMinor !== null && row.withoutRate.length > 0 && !reasons.includes('OVER_LIMIT'))
    views.push({
      rule: HoldRule.NO_RATE,
      sentence: `Owes ${owed}, and there is no exchange rate to set that against the limit of ${amountInWords(row.creditLimitMinor, row.currency)}. Enter one.`,
    });
  if (row.grade === 'E')
    views.push({ rule: HoldRule.GRADE_E, sentence: `The score is ${row.points} points: grade E.` });
  return views;
}

/** Whether all that is overdue can be compared with an amount in the reporting currency. */
const isWeighed = (row: HoldFactsRow) =>
  row.factor !== null && row.withoutRate.every(({ overdueMinor }) => overdueMinor === 0);

/** An amount in the customer’s currency, and beside it those that have no rate to it: `1.00 EUR and 5.00 CHF`. */
function inWords(row: HoldFactsRow, minor: number, of: (other: WithoutRate) => number): string {
  const own = { minor: roundMinor(minor), currency: row.currency };
  const others = row.withoutRate.map((other) => ({ minor: of(other), currency: other.currency }));
  return [own, ...others]
    .filter((amount) => amount.minor > 0)
    .map((amount) => amountInWords(amount.minor, amount.currency))
    .join(' and ');
}

/** Why an amount is in no comparison. */
export const noRate = (...currencies: string[]): string =>
  `There is no exchange rate for ${currencies.join(' or ')}, so nobody knows how much that is.`;

function notWeighed(row: HoldFactsRow): string {
  if (isWeighed(row)) return '';
  const overdue = row.withoutRate.filter(({ overdueMinor }) => overdueMinor > 0).map(({ currency }) => currency);
  return ` ${noRate(...(row.factor === null ? [row.currency] : []), ...overdue)}`;
}

function view(reason: HoldReason, row: HoldFactsRow, utilisation: number | null): HoldReasonView[] {
  if (reason === 'DPD_HARD') {
    return [
      {
        rule: HoldRule.DAYS_PAST_DUE,
        sentence: `${inWords(row, row.overdueMinor, ({ overdueMinor }) => overdueMinor)} overdue, the oldest by ${countInWords(row.oldestDaysPastDue, 'day')}.${notWeighed(row)}`,
      },
    ];
  }
  if (reason === 'OVER_LIMIT') {
    const owes = amountInWords(roundMinor(exposure(exposureOf(row))), row.currency);
    return [
      {
        rule: HoldRule.OVER_LIMIT,
        sentence: `Owes ${owes}: ${Math.round((utilisation ?? 0) * 100)} % of the limit of ${amountInWords(row.creditLimitMinor ?? 0, row.currency)}.`,
      },
    ];
  }
  return [];
}

/** The customers whom the rules propose to hold: not held yet, and not dismissed for the same reasons. */
export function stopList(rows: readonly HoldFactsRow[], asOf: string): (HoldProposal & { row: HoldFactsRow })[] {
  return rows.flatMap((row) => {
    if (HELD_STATES.has(row.state)) return [];
    const reasons = holdReasons(row, asOf);
    const isNew = reasons.some(({ rule }) => !row.dismissedRules?.includes(rule));
    if (!isNew) return [];
    return [
      {
        id: row.customerId,
        customerId: row.customerId,
        reasons,
        balance: money(row.openMinor - row.unappliedMinor, row.currency),
        overdue: money(row.overdueMinor, row.currency),
        oldestDaysPastDue: row.oldestDaysPastDue,
        grade: row.grade as Grade | null,
        asOf,
        row,
      },
    ];
  });
}

const HELD_STATES: ReadonlySet<string> = new Set([
  StandingState.ORDERS_ON_HOLD,
  StandingState.SUPPLY_STOPPED,
  StandingState.ENDED,
]);
