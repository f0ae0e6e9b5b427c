import { fromCursor, markOf, type Page, type PageArgs, pageOf, SortDirection } from './page.js';

type Value = string | number;

interface InOrder<Row> {
  /** Names the list in its cursors. */
  name: string;
  value: (row: Row) => Value;
  /** What tells equal ones apart. */
  key: (row: Row) => Value;
}

/** A page of rows that are in memory already: sorted, from after the cursor on, with the count of the whole. */
export function sortedPage<Row>(
  rows: readonly Row[],
  { first, after, sort, direction }: PageArgs & { sort: string; direction: SortDirection },
  { name, value, key }: InOrder<Row>,
): Page<Row> {
  const sign = direction === SortDirection.DESC ? -1 : 1;
  const order = (a: [Value, Value], b: [Value, Value]) => sign * (compared(a[0], b[0]) || compared(a[1], b[1]));
  const sorted = rows.toSorted((a, b) => order([value(a), key(a)], [value(b), key(b)]));
  const mark = markOf(name, sort, direction);
  const last = after ? (fromCursor(after, mark) as [Value, Value]) : null;
  const rest = last ? sorted.filter((row) => order([value(row), key(row)], last) > 0) : sorted;
  return pageOf(rest.slice(0, first + 1), first, rows.length, (row) => [mark, value(row), key(row)]);
}

const compared = (a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether one of the texts holds what is looked for, in capitals or not; so it is when nothing is. */
export const anyHolds = (search: string | undefined, ...texts: string[]): boolean =>
  search === undefined || texts.some((text) => text.toLowerCase().includes(search.toLowerCase()));
