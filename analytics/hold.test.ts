import { type HoldFacts, holdDecision, holdRules } from './hold.js';

const quiet: HoldFacts = Object.freeze({
  asOf: '2026-06-30',
  daysPastDue: 0,
  overdueUndisputedMinor: 0,
  utilisation: 0.5,
  brokenPromises: 0,
  hasReturnedPayment: false,
  overrideUntil: null,
  isInsolvencyProcedure: false,
});

function decided(facts: Partial<HoldFacts>) {
  return holdDecision({ ...quiet, ...facts });
}

test('a customer who pays is left in peace', () => {
  expect(decided({})).toEqual({ action: 'NONE', reasons: [] });
});

test('45 days past due holds supply, 15 days warn', () => {
  const at = (daysPastDue: number) => decided({ daysPastDue, overdueUndisputedMinor: 100_000 });
  expect([14, 15, 44, 45, 50].map((days) => at(days).action)).toEqual(['NONE', 'WARN', 'WARN', 'HOLD', 'HOLD']);
  expect(at(20)).toEqual({ action: 'WARN', reasons: ['DPD_SOFT'] });
  expect(at(50)).toEqual({ action: 'HOLD', reasons: ['DPD_HARD'] });
});

test('a small overdue sum never holds supply, however old it is', () => {
  expect(decided({ daysPastDue: 200, overdueUndisputedMinor: 24_999 })).toEqual({ action: 'NONE', reasons: [] });
  expect(decided({ daysPastDue: 200, overdueUndisputedMinor: 25_000 }).action).toEqual('HOLD');
});

test('a limit is passed above its 110 %, with nothing overdue at all', () => {
  expect(decided({ utilisation: 1.1 }).action).toEqual('NONE');
  expect(decided({ utilisation: 1.2 })).toEqual({ action: 'HOLD', reasons: ['OVER_LIMIT'] });
  expect(decided({ utilisation: null }).action).toEqual('NONE');
});

test('two broken promises or a returned payment hold supply, and each reason is told', () => {
  expect(decided({ brokenPromises: 1 }).action).toEqual('NONE');
  expect(
    decided({ daysPastDue: 10, overdueUndisputedMinor: 50_000, brokenPromises: 2, hasReturnedPayment: true }),
  ).toEqual({
    action: 'HOLD',
    reasons: ['BROKEN_PROMISES', 'PAYMENT_RETURNED'],
  });
});

const bad = { daysPastDue: 60, overdueUndisputedMinor: 500_000, utilisation: 1.3 };

test('an override lets supply go on to the end of its day, and the reasons stay', () => {
  const reasons = ['DPD_HARD', 'OVER_LIMIT'];
  expect(decided({ ...bad, overrideUntil: '2026-07-05' })).toEqual({ action: 'HOLD_OVERRIDDEN', reasons });
  expect(decided({ ...bad, overrideUntil: '2026-06-30' })).toEqual({ action: 'HOLD_OVERRIDDEN', reasons });
  expect(decided({ ...bad, overrideUntil: '2026-06-29' })).toEqual({ action: 'HOLD', reasons });
});

test('insolvency stops the automation and not the supply, whatever else is the case', () => {
  expect(decided({ ...bad, overrideUntil: '2026-07-05', isInsolvencyProcedure: true })).toEqual({
    action: 'STOP_AUTOMATION_LEGAL_REVIEW',
    reasons: ['INSOLVENCY_PROCEDURE'],
  });
});

test('a policy can have thresholds of its own', () => {
  const strict = { ...holdRules, hardDaysPastDue: 10, minOverdueMinor: 0 };
  expect(holdDecision({ ...quiet, daysPastDue: 10, overdueUndisputedMinor: 1 }, strict).action).toEqual('HOLD');
});

test('what cannot be is refused', () => {
  expect(() => decided({ daysPastDue: Number.NaN })).toThrow(RangeError);
  expect(() => decided({ overdueUndisputedMinor: -1 })).toThrow(RangeError);
  expect(() => decided({ utilisation: Number.NaN })).toThrow(RangeError);
  expect(() => decided({ ...bad, overrideUntil: 'tomorrow' })).toThrow(RangeError);
});
