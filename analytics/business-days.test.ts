import { isBusinessDay, nextBusinessDay, previousBusinessDay, weekday } from './business-days.js';

const christmas = new Set(['2026-12-25', '2026-12-28']);

test('the days of a week are counted from Sunday, before 1970 too', () => {
  const week = ['2026-06-28', '2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04'];
  expect(week.map(weekday)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(weekday('1969-12-31')).toEqual(3);
});

test('weekends and holidays are no business days', () => {
  expect(isBusinessDay('2026-12-24', christmas)).toEqual(true);
  expect(isBusinessDay('2026-12-26', christmas)).toEqual(false);
  expect(isBusinessDay('2026-12-28', christmas)).toEqual(false);
});

test('a business day is its own previous and next business day', () => {
  expect(previousBusinessDay('2026-12-24', christmas)).toEqual('2026-12-24');
  expect(nextBusinessDay('2026-12-24', christmas)).toEqual('2026-12-24');
});

test('weekend and holidays in a row are passed over', () => {
  expect(nextBusinessDay('2026-12-25', christmas)).toEqual('2026-12-29');
  expect(previousBusinessDay('2026-12-28', christmas)).toEqual('2026-12-24');
  expect(previousBusinessDay('2026-07-12', new Set())).toEqual('2026-07-10');
});
