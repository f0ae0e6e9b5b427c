import { breakevenPd } from './breakeven-pd.js';
import { yearlyRateOfDiscount } from './early-payment-discount.js';

test('2 % for 20 days gained costs 37.24 % a year, 44.59 % with interest on interest, 36.73 % on 360 days', () => {
  const of = { discount: 0.02, discountDays: 10, netDays: 30 };
  expect(yearlyRateOfDiscount(of).simple).toBeCloseTo(0.3724489796, 10);
  expect(yearlyRateOfDiscount(of).effective).toBeCloseTo(0.4458529273, 10);
  expect(yearlyRateOfDiscount(of, 360).simple).toBeCloseTo(0.3673469388, 10);
});

test('the more days are gained, the less a discount costs', () => {
  const rate = (netDays: number) => yearlyRateOfDiscount({ discount: 0.02, discountDays: 20, netDays }).simple;
  expect([30, 45, 60].map(rate)).toEqual([...[30, 45, 60].map(rate)].sort((a, b) => b - a));
});

test('a discount of all, or for no days gained, is refused', () => {
  expect(() => yearlyRateOfDiscount({ discount: 1, discountDays: 10, netDays: 30 })).toThrow('below 1');
  expect(() => yearlyRateOfDiscount({ discount: 0.02, discountDays: 30, netDays: 30 })).toThrow('The days gained');
});

test('a high margin bears a high chance of default', () => {
  const sale = { priceMinor: 100_000, costMinor: 80_000, recoveryMinor: 10_000 };
  expect(breakevenPd(sale)).toBeCloseTo(0.2222222222, 10);
  expect(breakevenPd({ ...sale, costMinor: 10_000 })).toBe(1);
  expect(breakevenPd({ ...sale, costMinor: 120_000 })).toBe(0);
  expect(() => breakevenPd({ ...sale, recoveryMinor: 100_000 })).toThrow('less than the price');
});
