import { emptyDraft, inputOf, problemsOf } from './draft.js';

const scales = [{ key: 'percent', from: 1, to: 100 }];
const filled = {
  ...emptyDraft,
  companyName: ' Orchard Foods Ltd ',
  currency: 'GBP',
  contractValue: '120,000.00',
  monthlyRun: '10000',
};

test('six fields are enough, and amounts go out in minor units', () => {
  expect(problemsOf(filled, scales)).toEqual({});
  expect(inputOf(filled, false)).toMatchObject({
    companyName: 'Orchard Foods Ltd',
    contractValueMinor: 12_000_000,
    monthlyRunMinor: 1_000_000,
    termsDaysAsked: 30,
    bureauScore: null,
    netWorthMinor: null,
    insolvent: null,
    keep: false,
  });
});
test('yen have no minor units', () => {
  expect(inputOf({ ...filled, currency: 'JPY', contractValue: '120,000' }, true).contractValueMinor).toBe(120_000);
});
test('a debt can make net worth negative; a contract cannot be', () => {
  const draft = { ...filled, netWorth: '-5,000.00', contractValue: '-1' };
  expect(Object.keys(problemsOf(draft, scales))).toEqual(['contractValue']);
  expect(inputOf(draft, false).netWorthMinor).toBe(-500_000);
});
test('a score needs its scale, and lies on it', () => {
  expect(problemsOf({ ...filled, bureauScore: '71' }, scales)).toEqual({ bureauScale: 'Which scale is the score on?' });
  expect(problemsOf({ ...filled, bureauScore: '101', bureauScale: 'percent' }, scales)).toEqual({
    bureauScore: 'A score from 1 to 100.',
  });
});
test('whatever is wrong is said at its field', () => {
  const draft = { ...emptyDraft, termsDaysAsked: 'soon', yearsTrading: '-1', judgments: 'two', country: 'Germany' };
  expect(Object.keys(problemsOf(draft, scales)).sort()).toEqual([
    'companyName',
    'contractValue',
    'country',
    'currency',
    'judgments',
    'monthlyRun',
    'termsDaysAsked',
    'yearsTrading',
  ]);
});
