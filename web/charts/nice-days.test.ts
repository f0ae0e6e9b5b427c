import { niceDays } from './nice-days.js';

test('zero, the due day, is always on the axis', () => {
  expect(niceDays([18, 24])).toEqual([0, 5, 10, 15, 20, 25]);
  expect(niceDays([-3, -1])).toEqual([-3, -2, -1, 0]);
});
test('early and late days share whole steps', () => expect(niceDays([-3, 81])).toEqual([-30, 0, 30, 60, 90]));
test('one payment on the due day still has an axis', () => expect(niceDays([0])).toEqual([0, 1]));
