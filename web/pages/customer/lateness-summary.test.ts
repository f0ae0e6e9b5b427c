import { readAs } from '../../format.js';
import { latenessSummary } from './lateness-summary.js';

beforeEach(() => readAs('en-GB'));

test('a customer who paid early and then stopped paying is not called punctual', () => {
  expect(latenessSummary([-1, -1, 0, -1], 6, 81)).toBe(
    'Paid 0 % of 4 invoices late; usually 1 day early. 6 invoices are overdue and unpaid, the oldest 81 days past due.',
  );
});
test('slipping is told in days', () => {
  expect(latenessSummary([1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9], 0, 0)).toBe(
    'Paid 100 % of 14 invoices late; usually 9 days late, 8 days later than before.',
  );
});
test('without a paid invoice nothing is usual', () => {
  expect(latenessSummary([], 1, 3)).toBe(
    'It has not settled an invoice yet. 1 invoice is overdue and unpaid, the oldest 3 days past due.',
  );
  expect(latenessSummary([4], 0, 0)).toBe('Paid 100 % of 1 invoice late; too few to say what is usual.');
});
