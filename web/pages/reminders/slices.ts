import { usePaging } from '../../address.js';

/** Pages of rows that are all here already; the place of a row is its cursor. */
export function useSlices<Row>(rows: readonly Row[], size: number, prefix: string) {
  const paging = usePaging(prefix);
  const asked = Number(paging.after ?? 0);
  const from = Number.isInteger(asked) && asked > 0 && asked < rows.length ? asked : 0;
  const to = Math.min(rows.length, from + size);
  return {
    // What stands on the page is told from the place, so a page sent to a colleague counts right too.
    paging: { ...paging, pagesBefore: from / size },
    shown: rows.slice(from, to),
    pageInfo: { hasNextPage: to < rows.length, endCursor: String(to) },
  };
}
