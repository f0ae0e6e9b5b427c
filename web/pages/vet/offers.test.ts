import { choicesAt, curveAt, floorOf, moved, type Offer } from './offers.js';

const offer = (termsDays: number, billingPeriodDays: number, depositShare: number) =>
  ({ termsDays, billingPeriodDays, depositShare }) as Offer;
const offers = [
  offer(14, 30, 0.25),
  offer(14, 30, 0),
  offer(14, 30, 0.263),
  offer(0, 30, 0),
  offer(0, 30, 0.2),
  offer(14, 7, 0),
  offer(14, 7, 0.1),
];

test('each lever has the steps that the offers have, the lowest first', () => {
  expect(choicesAt(offers, offer(14, 30, 0))).toEqual({
    termsDays: [0, 14],
    billingPeriodDays: [7, 30],
    depositShare: [0, 0.25, 0.263],
  });
  expect(curveAt(offers, offer(14, 30, 0)).map(({ depositShare }) => depositShare)).toEqual([0, 0.25, 0.263]);
});

test('a lever that is moved keeps the deposit as near as there is one', () => {
  expect(moved(offers, offer(14, 30, 0.25), 'depositShare', 0.263)).toEqual(offer(14, 30, 0.263));
  expect(moved(offers, offer(14, 30, 0.25), 'termsDays', 0)).toEqual(offer(0, 30, 0.2));
  expect(moved(offers, offer(14, 30, 0.25), 'billingPeriodDays', 7)).toEqual(offer(14, 7, 0.1));
});

test('the floor is the least deposit that the policy allows; there is none where it allows them all, or none of them', () => {
  const curve = (...allowed: boolean[]) =>
    allowed.map((isWithinPolicy, i) => ({ ...offer(14, 30, i / 10), isWithinPolicy }));
  expect(floorOf(curve(false, false, true, true))).toBe(0.2);
  expect(floorOf(curve(true, true))).toBeNull();
  expect(floorOf(curve(false, false))).toBeNull();
  expect(floorOf([])).toBeNull();
});
