import { kaplanMeierDaysToPay } from './days-to-pay.js';

test('open invoices count for as long as they have waited', () => {
  const result = kaplanMeierDaysToPay(Object.freeze([20, 25, 30, 30, 45]), Object.freeze([40, 60]));
  expect(result?.unpaid.map(({ day }) => day)).toEqual([20, 25, 30, 45]);
  const shares = [0.8571428571, 0.7142857143, 0.4285714286, 0.2142857143];
  result?.unpaid.forEach(({ share }, i) => {
    expect(share).toBeCloseTo(shares[i] ?? Number.NaN, 9);
  });
  expect(result?.median).toEqual(30);
});

test('as long as half is unpaid there is no median', () => {
  expect(kaplanMeierDaysToPay([10], [20, 30, 40])).toEqual({ unpaid: [{ day: 10, share: 0.75 }], median: null });
  expect(kaplanMeierDaysToPay([], [20])).toEqual({ unpaid: [], median: null });
});

test('an invoice still open on the day another is paid was at risk that day', () => {
  expect(kaplanMeierDaysToPay([10], [10])?.unpaid).toEqual([{ day: 10, share: 0.5 }]);
});

test('half paid is the median exactly, whatever the rounding', () => {
  expect(kaplanMeierDaysToPay([1, 2, 3, 4, 5, 6], [])?.median).toEqual(3);
});

test('without invoices there is nothing to tell, and negative days are refused', () => {
  expect(kaplanMeierDaysToPay([], [])).toEqual(null);
  expect(() => kaplanMeierDaysToPay([-1], [])).toThrow(RangeError);
});
