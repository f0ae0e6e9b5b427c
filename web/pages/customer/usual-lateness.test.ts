import { latenessChange, usualLateness } from './usual-lateness.js';

test('one odd invoice does not bend what is usual', () => {
  expect(usualLateness([2, 3, 2, 60, 3, 2, 3])).toEqual([null, null, 2, 2.5, 3, 2.5, 3]);
});
test('only the last seven invoices count', () => {
  expect(usualLateness([90, 90, 90, 1, 1, 1, 1, 1, 1, 1]).at(-1)).toBe(1);
});
test('with fewer than three invoices nothing is usual', () => {
  expect(usualLateness([4, 4])).toEqual([null, null]);
  expect(latenessChange([4, 4])).toBeNull();
});
test('what is usual now is compared with the seven invoices before', () => {
  expect(latenessChange([1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9])).toEqual({ now: 9, before: 1 });
});
