import {
  creditUtilisation,
  exposure,
  type HoldReason,
  holdDecision,
  holdRules,
  roundMinor,
} from '../../analytics/index.js';
import { amountInWords } from '../reminders/message-text.js';
import type { Grade } from '../shared/grade.js';
import { money } from '../shared/money.view.js';
import { exposureOf } from './exposure-of.js';
import type { HoldFactsRow } from './hold-facts.js';
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
    // The floor is set in the reporting currency.
    {
      ...holdRules,
      minOverdueMinor: row.factor ? roundMinor(holdRules.minOverdueMinor / row.factor) : holdRules.minOverdueMinor,
    },
  );
  const views = reasons.flatMap((reason) => view(reason, row, utilisation));
  // Of a limit of nothing there is no share: owing anything is above it.
  const owes = exposure(exposureOf(row));
  if (row.creditLimitMinor === 0 && owes > 0)
    views.push({
      rule: HoldRule.OVER_LIMIT,
      sentence: `Owes ${amountInWords(roundMinor(owes), row.currency)} and has no credit: its limit is nothing.`,
    });
  if (row.grade === 'E')
    views.push({ rule: HoldRule.GRADE_E, sentence: `The score is ${row.points} points: grade E.` });
  return views;
}

function view(reason: HoldReason, row: HoldFactsRow, utilisation: number | null): HoldReasonView[] {
  if (reason === 'DPD_HARD') {
    return [
      {
        rule: HoldRule.DAYS_PAST_DUE,
        sentence: `${amountInWords(row.overdueMinor, row.currency)} overdue, the oldest by ${row.oldestDaysPastDue} days.`,
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
