import { emptyReport, inputOf, problemsOf } from './typed-report.js';

const parse = (text: string) => (/^\d+$/.test(text) ? Number(text) * 100 : null);
const typed = { ...emptyReport, from: 'a bank', reportedOn: '2026-11-01' };

test('a report needs where it is from, and one figure', () => {
  expect(problemsOf(emptyReport, parse)).toEqual({
    from: 'Where is it from? Two letters at least.',
    nothing: 'Nothing is typed in yet: give at least one figure.',
  });
  expect(problemsOf({ ...typed, judgments: '0' }, parse)).toEqual({});
});

test.each([
  ['bureauScore', { bureauScore: 'good', bureauScale: 'x' }],
  ['bureauScore', { bureauScale: 'x' }],
  ['bureauScale', { bureauScore: '50' }],
  ['judgments', { judgments: '-1' }],
  ['yearsTrading', { yearsTrading: '3.5' }],
  ['daysBeyondTerms', { daysBeyondTerms: 'late' }],
  ['ebit', { ebit: 'much' }],
])('a wrong %s is told at its field', (name, change) => {
  expect(Object.keys(problemsOf({ ...typed, ...change }, parse))).toEqual([name]);
});

test('what is left empty is sent as not said', () => {
  const input = inputOf({ ...typed, judgments: '0', insolvent: 'no', ebit: '12' }, { id: '7', currency: 'EUR' }, parse);
  expect(input).toMatchObject({
    customerId: '7',
    judgments: 0,
    insolvent: false,
    ebitMinor: 1200,
    netWorthMinor: null,
    bureauScore: null,
  });
});
