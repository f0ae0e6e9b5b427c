import { euLatePaymentLaw, ukLatePaymentLaw } from './late-payment-law.js';
import {
  defaultDueDay,
  fixedCompensation,
  interestWithPartPayments,
  referenceRateOn,
  statutoryInterest,
  statutoryRate,
  yearlyRateOfMonthly,
} from './statutory-interest.js';

test('a reference rate says from when it is and how sure; before the first there is none', () => {
  const published = { from: '2024-01-01', rate: 0.0525, sureness: 'published' };
  expect(referenceRateOn('2024-05-15', ukLatePaymentLaw)).toEqual(published);
  expect(referenceRateOn('2018-12-31', ukLatePaymentLaw)).toBeNull();
});

test('the rate is the one of the half-year in which interest begins, and stays', () => {
  expect(statutoryRate('2023-06-30')).toBeCloseTo(0.115, 12);
  expect(statutoryRate('2023-07-01')).toBeCloseTo(0.13, 12);
  expect(statutoryRate('2024-07-01', euLatePaymentLaw)).toBeCloseTo(0.1225, 12);
});

test('before the first rate we know of there is none', () => {
  expect(statutoryRate('2018-12-31')).toBeNull();
});

test('45 days on 2,000 at 13.25 % are 32.67', () => {
  expect(statutoryInterest({ principalMinor: 200_000, rate: 0.1325, days: 45 })).toBeCloseTo(3_267.123288, 5);
});

const debt = Object.freeze({ principalMinor: 1_000_000, rate: 0.1175, dueOn: '2026-01-01', to: '2026-03-02' });

test('a part payment stops interest on its part from its day on', () => {
  const payments = [{ on: '2026-01-31', minor: 400_000 }];
  expect(interestWithPartPayments({ ...debt, payments })).toBeCloseTo(
    (1_000_000 * 30 + 600_000 * 30) * (0.1175 / 365),
    6,
  );
});

test('what is paid by the due day bears no interest, what is paid after the last day changes nothing', () => {
  const early = interestWithPartPayments({ ...debt, payments: [{ on: '2025-12-20', minor: 400_000 }] });
  expect(early).toBeCloseTo((600_000 * 60 * 0.1175) / 365, 6);
  const late = interestWithPartPayments({ ...debt, payments: [{ on: '2026-03-03', minor: 400_000 }] });
  expect(late).toBeCloseTo((1_000_000 * 60 * 0.1175) / 365, 6);
  expect(() => interestWithPartPayments({ ...debt, payments: [{ on: '2026-02-01', minor: 1_000_001 }] })).toThrow(
    'More is paid than is owed.',
  );
});

test('without an agreed day a debt is due 30 days after the later of supply and invoice', () => {
  const expected = { dueOn: '2026-04-13', interestFrom: '2026-04-14' };
  expect(defaultDueDay({ suppliedOn: '2026-03-10', invoicedOn: '2026-03-14' })).toEqual(expected);
  expect(defaultDueDay({ suppliedOn: '2026-03-14', invoicedOn: '2026-03-10' })).toEqual(expected);
});

test('the fixed sum rises with the debt in the UK and is one sum in the EU', () => {
  expect([99_999, 100_000, 999_999, 1_000_000].map((amount) => fixedCompensation(amount))).toEqual([
    4_000, 7_000, 7_000, 10_000,
  ]);
  expect(fixedCompensation(5, euLatePaymentLaw)).toBe(4_000);
});

test('1.5 % a month is 18 % a year, 19.56 % with interest on interest', () => {
  const { simple, effective } = yearlyRateOfMonthly(0.015);
  expect(simple).toBeCloseTo(0.18, 12);
  expect(effective).toBeCloseTo(0.19562, 5);
});
