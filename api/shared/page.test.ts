import { cursorOf, fromCursor, markOf, pageOf } from './page.js';

test('a cursor gives back what was put in, to the list and order it was made for', () => {
  const mark = markOf('invoices', 'due', 'asc');
  expect(fromCursor(cursorOf([mark, '2026-11-22', 7]), mark)).toEqual(['2026-11-22', 7]);
});

test.each([
  '',
  'nonsense',
  cursorOf([]),
  cursorOf(['other', 1]),
  Buffer.from('{}').toString('base64url'),
  Buffer.from('null').toString('base64url'),
])('a cursor that is not of this list is refused (%j)', (cursor) => {
  expect(() => fromCursor(cursor, markOf('invoices'))).toThrow(
    'The cursor in “after” is not one of this list in this order.',
  );
});

test('the row read beyond the page tells that more follow, and is not shown', () => {
  const full = pageOf([1, 2, 3], 2, 9, (row) => ['mark', row]);
  expect(full).toEqual({
    nodes: [1, 2],
    totalCount: 9,
    pageInfo: { hasNextPage: true, endCursor: cursorOf(['mark', 2]) },
  });
  expect(pageOf([], 2, 0, () => [])).toEqual({
    nodes: [],
    totalCount: 0,
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});
