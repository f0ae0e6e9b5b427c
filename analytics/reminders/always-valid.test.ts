import { alwaysValidReach, trialAnswer } from './always-valid.js';
import { upliftByCustomer } from './uplift.js';

const arm = (n: number, paid: number) => Array.from({ length: n }, (_, i) => ({ n: 1, paid: i < paid ? 1 : 0 }));

test('an error of two points and a likely effect of six reach 6.07 points: wider than the 3.92 of one look', () => {
  // V 0.0004, t^2 0.0036: 0.0004 * 0.004 / 0.0036 = 0.00044444; 2 ln 20 = 5.99146; ln 10 = 2.30259.
  expect(alwaysValidReach({ standardError: 0.02, effect: 0.06 })).toBeCloseTo(0.0607144, 6);
  expect(() => alwaysValidReach({ standardError: 0 })).toThrow(RangeError);
});

test('half pay where three quarters did without: reminders harm; the other way round they help', () => {
  expect(trialAnswer({ treated: arm(200, 100), control: arm(200, 150) }).verdict).toBe('harms');
  expect(trialAnswer({ treated: arm(200, 150), control: arm(200, 100) }).verdict).toBe('helps');
  expect(trialAnswer({ treated: arm(200, 101), control: arm(200, 100) }).verdict).toBe('open');
});

test('of few customers nothing is said, however far apart they lie', () => {
  expect(trialAnswer({ treated: arm(49, 1), control: arm(200, 150) })).toEqual({ verdict: 'open', interval: null });
});

test('looked at twenty times, a trial of nothing is stopped in at most one of twenty; the interval of one look is not so', () => {
  let seed = 20261123;
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  const customer = () => ({ n: 1, paid: random() < 0.67 ? 1 : 0 });
  const trials = 150;
  let [stopped, misled] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const of = { treated: [customer()], control: [customer()] };
    let [isStopped, isMisled] = [false, false];
    for (let day = 0; day < 20; day++) {
      for (let i = 0; i < 50; i++) {
        of.treated.push(customer());
        of.control.push(customer());
      }
      isStopped ||= trialAnswer(of).verdict !== 'open';
      const [low, high] = upliftByCustomer(of)?.ci95 ?? [0, 0];
      isMisled ||= low > 0 || high < 0;
    }
    stopped += isStopped ? 1 : 0;
    misled += isMisled ? 1 : 0;
  }
  expect(stopped / trials).toBeLessThanOrEqual(0.05);
  expect(misled / trials).toBeGreaterThan(0.15);
});
