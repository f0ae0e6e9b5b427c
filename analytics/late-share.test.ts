import fc from 'fast-check';
import { shrunkMean, shrunkShare, weightOfOwn, wilsonInterval } from './late-share.js';

test('3 of 12 invoices late, in a book where 5 % are, is one in eight', () => {
  const result = shrunkShare({ late: 3, invoices: 12, priorShare: 0.05, priorStrength: 20 });
  expect(result.share).toBeCloseTo(0.125, 12);
  expect(result.interval90[0]).toBeCloseTo(0.045300173, 8);
  expect(result.interval90[1]).toBeCloseTo(0.2315029751, 8);
  expect(result.weightOfOwn).toEqual(0.375);
});

test('a customer without invoices is as late as the book', () => {
  expect(shrunkShare({ late: 0, invoices: 0, priorShare: 0.3, priorStrength: 8 }).share).toBeCloseTo(0.3, 12);
});

test('never late in 20 invoices, nothing known of the book: about one in twenty-two', () => {
  expect(shrunkShare({ late: 0, invoices: 20, priorShare: 0.5, priorStrength: 2 }).share).toBeCloseTo(0.0454545455, 9);
});

test('a book in which nobody is late leaves no doubt until somebody is', () => {
  expect(shrunkShare({ late: 0, invoices: 3, priorShare: 0, priorStrength: 8 }).interval90).toEqual([0, 0]);
  expect(shrunkShare({ late: 3, invoices: 3, priorShare: 1, priorStrength: 8 }).interval90).toEqual([1, 1]);
});

test('credibility and the beta distribution come to the same', () => {
  expect(weightOfOwn(12, 20)).toEqual(0.375);
  expect(shrunkMean(0.25, 12, 0.05, 20)).toBeCloseTo(0.125, 12);
  const whole = fc.nat(50);
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(whole, whole, share, fc.integer({ min: 1, max: 40 }), (late, onTime, priorShare, priorStrength) => {
      const invoices = late + onTime;
      const own = invoices === 0 ? 0 : late / invoices;
      const shrunk = shrunkShare({ late, invoices, priorShare, priorStrength });
      expect(shrunkMean(own, invoices, priorShare, priorStrength)).toBeCloseTo(shrunk.share, 9);
      expect(shrunk.interval90[0]).toBeLessThan(shrunk.interval90[1]);
    }),
  );
});

test('3 of 12 alone could be one in eleven or one in two', () => {
  const interval = wilsonInterval(3, 12);
  expect(interval?.low).toBeCloseTo(0.0889416684, 9);
  expect(interval?.high).toBeCloseTo(0.5323053349, 9);
});

test('the interval stays between none and all', () => {
  expect(wilsonInterval(0, 5)?.low).toEqual(0);
  expect(wilsonInterval(5, 5)?.high).toBeCloseTo(1, 12);
  expect(wilsonInterval(0, 0)).toEqual(null);
});

test('more late than there are, and other nonsense, is refused', () => {
  const good = { late: 3, invoices: 12, priorShare: 0.05, priorStrength: 20 };
  for (const bad of [{ late: 13 }, { late: -1 }, { priorShare: 1.1 }, { priorStrength: 0 }, { invoices: Number.NaN }]) {
    expect(() => shrunkShare({ ...good, ...bad })).toThrow(RangeError);
  }
  expect(() => wilsonInterval(2, 1)).toThrow(RangeError);
  expect(() => shrunkMean(Number.NaN, 1, 0, 1)).toThrow(RangeError);
});
