import { fromCursor, markOf, type Page, type PageArgs, pageOf, SortDirection } from './page.js';
import type { Sql } from './sql.js';

/** Collects the parameters of a statement: `values.add(x)` is the place to write, `$1` and on. */
export class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

export interface ListOf {
  /** The columns of a row. */
  select: string;
  /** Table, joins; may begin with a common table expression in `with`. */
  from: string;
  with?: string;
  where: (string | false | undefined)[];
  values: Values;
  /** What the list is sorted by: never null. `type` is its SQL type, for the cursor. */
  sort: { by: string; type: 'text' | 'date' | 'bigint' | 'integer' | 'float8' | 'timestamptz' };
  /** What tells equal ones apart: a unique bigint. */
  key: string;
  direction: SortDirection;
  page: PageArgs;
}

/** One page of a list: sorted, from after the cursor on, with the count of the whole. */
export async function listOf<Row>(sql: Sql, list: ListOf): Promise<Page<Row>> {
  const conditions = list.where.filter((condition) => typeof condition === 'string');
  const head = list.with ? `with ${list.with} ` : '';
  const body = (more: string[]) => {
    const all = [...conditions, ...more];
    return `from ${list.from}${all.length > 0 ? ` where ${all.join(' and ')}` : ''}`;
  };
  const total = sql.one<{ n: number }>(`${head}select count(*) as n ${body([])}`, [...list.values.all]);

  const mark = markOf(list.select, list.sort.by, list.direction);
  const more: string[] = [];
  if (list.page.after) {
    const [value, key] = fromCursor(list.page.after, mark);
    const than = list.direction === SortDirection.DESC ? '<' : '>';
    more.push(
      `(${list.sort.by}, ${list.key}) ${than} (${list.values.add(value)}::${list.sort.type}, ${list.values.add(key)}::bigint)`,
    );
  }
  // As text a value comes back exactly as it went: microseconds and infinity too.
  const rows = await sql.rows<Row & { sortValue: unknown; sortKey: number }>(
    `${head}select ${list.select}, (${list.sort.by})::text as "sortValue", ${list.key} as "sortKey" ${body(more)}
      order by ${list.sort.by} ${list.direction}, ${list.key} ${list.direction} limit ${list.values.add(list.page.first + 1)}`,
    list.values.all,
  );
  return pageOf(rows, list.page.first, (await total)?.n ?? 0, (row) => [mark, row.sortValue, row.sortKey]);
}

/** The number of a key; one that is none finds nothing, as 0 is nobody’s. */
export const keyOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

/** A pattern for `ilike` that finds the text anywhere, whatever signs it holds. */
export const holds = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export const begins = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;
