import { grades } from './grade.js';
import { offeredTerms, termsLadder } from './terms.js';

test('the better the grade, the longer the terms and the smaller the deposit', () => {
  expect(grades.map((grade) => offeredTerms(grade, false).paymentTerms)).toEqual([
    'net 30',
    'net 30',
    'net 14',
    'net 7',
    'prepayment',
  ]);
  expect(grades.map((grade) => offeredTerms(grade, false).termsDays)).toEqual([30, 30, 14, 7, 0]);
  expect(grades.map((grade) => offeredTerms(grade, false).depositShare)).toEqual([0, 0, 0.1, 0.5, 1]);
});

test('a new customer is offered shorter terms at B and a larger deposit at C', () => {
  expect(offeredTerms('B', true)).toEqual({
    paymentTerms: 'net 14',
    termsDays: 14,
    depositShare: 0,
    note: 'Net 30 once the first invoices are paid on time.',
  });
  expect(offeredTerms('C', true).depositShare).toEqual(0.25);
});

test('nobody is offered better terms for being new', () => {
  for (const grade of grades) {
    expect(offeredTerms(grade, true).termsDays).toBeLessThanOrEqual(offeredTerms(grade, false).termsDays);
    expect(offeredTerms(grade, true).depositShare).toBeGreaterThanOrEqual(offeredTerms(grade, false).depositShare);
  }
});

test('a ladder without the grade is refused', () => {
  expect(() => offeredTerms('A', false, { ...termsLadder, steps: [] })).toThrow(RangeError);
});
