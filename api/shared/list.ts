import { grouped } from './loader.js';
import { fromCursor, markOf, type Page, type PageArgs, pageOf, SortDirection } from './page.js';
import type { ProgramSql } from './sql.js';

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
  /** What is looked up for the rows of the page alone, called `page`: joins, and the columns they add. */
  detail?: { select: string; join: string };
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
export async function listOf<Row>(sql: ProgramSql, list: ListOf): Promise<Page<Row>> {
  const head = list.with ? `with ${list.with} ` : '';
  const counted = `${head}select count(*) as n ${body(list)}`;
  const filters = [...list.values.all];
  const mark = markOf(list.select, list.sort.by, list.direction);
  const page = `${head}${pageOfList(list, mark)}`;
  const [total, rows] = await Promise.all([
    sql.one<{ n: number }>(counted, filters),
    sql.rows<Row & Sorted>(page, list.values.all),
  ]);
  return pageOf(rows, list.page.first, total?.n ?? 0, (row) => [mark, row.sortValue, row.sortKey]);
}

/**
 * The same page of the lists of many owners at once, in the order of `owners`: one statement.
 * `owner` is the column that names whose a row is.
 */
export async function listsOf<Row>(
  sql: ProgramSql,
  list: Omit<ListOf, 'with'> & { owner: string },
  owners: readonly number[],
): Promise<Page<Row>[]> {
  const $owners = `${list.values.add(owners)}::bigint[]`;
  const counted = `select ${list.owner} as owner, count(*) as n ${body(list, [`${list.owner} = any(${$owners})`])} group by 1`;
  const mark = markOf(list.select, list.sort.by, list.direction);
  const one = pageOfList(list, mark, [`${list.owner} = whose.owner`], `row_number() over (${order(list)}) as place,`);
  const rows = await sql.prepared<Row & Sorted & { owner: number; listTotal: number | null; place: number | null }>(
    `select whose.owner, counts.n as "listTotal", list.* from unnest(${$owners}) as whose (owner)
       left join (${counted}) counts on counts.owner = whose.owner left join lateral (${one}) list on true
      order by whose.owner, list.place`,
    list.values.all,
  );
  return grouped(owners, rows, (row) => row.owner).map((own) =>
    // Who has no rows has one that says so: without a place.
    pageOf<Row & Sorted>(
      own.filter(({ place }) => place !== null),
      list.page.first,
      own[0]?.listTotal ?? 0,
      (row) => [mark, row.sortValue, row.sortKey],
    ),
  );
}

interface Sorted {
  sortValue: unknown;
  sortKey: number;
}

function body(list: ListOf, more: string[] = []): string {
  const all = [...list.where.filter((condition) => typeof condition === 'string'), ...more];
  return `from ${list.from}${all.length > 0 ? ` where ${all.join(' and ')}` : ''}`;
}

const order = ({ sort, key, direction }: ListOf) => `order by ${sort.by} ${direction}, ${key} ${direction}`;

function pageOfList(list: ListOf, mark: string, more: string[] = [], columns = ''): string {
  const { sort, key, page, values } = list;
  const conditions = [...more];
  if (page.after) {
    const [value, last] = fromCursor(page.after, mark);
    const than = list.direction === SortDirection.DESC ? '<' : '>';
    conditions.push(`(${sort.by}, ${key}) ${than} (${values.add(value)}::${sort.type}, ${values.add(last)}::bigint)`);
  }
  const rows = `select ${columns} ${list.select}, ${sort.by} as "sortBy", ${key} as "sortKey" ${body(list, conditions)}
    ${order(list)} limit ${values.add(page.first + 1)}`;
  // As text a value comes back exactly as it went: microseconds and infinity too. Outside, so that it is made of the
  // rows of the page and not of all that were sorted.
  const { detail } = list;
  return `select page.*, page."sortBy"::text as "sortValue" ${detail ? `, ${detail.select}` : ''} from (${rows}) page ${detail?.join ?? ''}
    order by page."sortBy" ${list.direction}, page."sortKey" ${list.direction}`;
}

/** The number of a key; one that is none finds nothing, as 0 is nobody’s. */
export const keyOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

/** A pattern for `ilike` that finds the text anywhere, whatever signs it holds. */
export const holds = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export const begins = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;
