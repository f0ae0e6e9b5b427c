// biome-ignore-all lint/a11y/noRedundantRoles: on a phone rows are laid out as a grid, and browsers then forget that it is a table
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Sort } from '../address.js';
import { type ColumnChoice, ColumnChooser, useColumns } from './ColumnChooser.js';
import { Icon } from './Icon.js';
import { SortSelect } from './SortSelect.js';
import classes from './Table.module.css';
import { useNarrow } from './use-narrow.js';

export type Column<Row> = {
  key: string;
  title: string;
  /** Says more than the head has room for. */
  hint?: string;
  number?: boolean;
  /** The server's name of this order. */
  sort?: string;
  /** Where it stands on a phone, where a row is two lines; without it, it is left out there. */
  phone?: 'title' | 'figure' | 'detail' | 'second';
  /** Takes the room that is left. */
  wide?: boolean;
  /** Not shown until chosen. */
  isExtra?: boolean;
  cell: (row: Row) => ReactNode;
};

export type TableProps<Row> = {
  /** Names the table for screen readers and for what is remembered about it. */
  label: string;
  name?: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What its checkbox is called. */
  nameOf?: (row: Row) => string;
  /** Where a row leads; its first column is the link. */
  to?: (row: Row) => string;
  sort?: Sort;
  selected?: ReadonlySet<string>;
  onSelect?: (keys: Set<string>) => void;
  /** The next rows are on their way. */
  isBusy?: boolean;
  /** Beside the column choice. */
  tools?: ReactNode;
};

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, keyOf, to, selected, onSelect } = props;
  const navigate = useNavigate();
  const choice: ColumnChoice<Row> = useColumns(props.name, columns);
  const body = useRef<HTMLTableSectionElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow(frame);
  const [marked, mark] = useState<string | null>(null);

  const openRow = (event: MouseEvent, row: Row) => {
    if (!to || (event.target as Element).closest('a,button,input,label,select')) return;
    if (window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(to(row), '_blank');
    else navigate(to(row));
  };
  const select = (key: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(key);
    else next.delete(key);
    onSelect?.(next);
  };
  const allSelected = rows.length > 0 && rows.every((row) => selected?.has(keyOf(row)));

  return (
    <div
      ref={frame}
      className={classes.frame}
      data-narrow={isNarrow || undefined}
      data-busy={props.isBusy || undefined}
      aria-busy={props.isBusy}
    >
      {(props.tools || choice.canChoose || (isNarrow && props.sort)) && (
        <div className={classes.tools}>
          {props.tools}
          {isNarrow && props.sort && <SortSelect columns={columns} sort={props.sort} />}
          {!isNarrow && <ColumnChooser choice={choice} />}
        </div>
      )}
      <table className={classes.table} role="table" aria-label={props.label} data-rows-open={to ? true : undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {onSelect && (
              <th role="columnheader" scope="col" className={classes.tick}>
                <input
                  type="checkbox"
                  aria-label="Select all rows shown"
                  checked={allSelected}
                  onChange={(event) => onSelect(event.target.checked ? new Set(rows.map(keyOf)) : new Set())}
                />
              </th>
            )}
            {choice.shown.map((column) => (
              <Head key={column.key} column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={(event) => walk(event, body.current)}>
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                role="row"
                data-marked={marked === key || undefined}
                data-selected={selected?.has(key) || undefined}
                onFocus={() => mark(key)}
                onBlur={() => mark(null)}
                onClick={(event) => openRow(event, row)}
              >
                {onSelect && (
                  <td role="cell" className={classes.tick}>
                    <input
                      type="checkbox"
                      aria-label={`Select ${props.nameOf?.(row) ?? key}`}
                      checked={selected?.has(key) ?? false}
                      onChange={(event) => select(key, event.target.checked)}
                    />
                  </td>
                )}
                {choice.shown.map((column, place) => (
                  <td
                    key={column.key}
                    role="cell"
                    data-number={column.number}
                    data-phone={column.phone ?? 'none'}
                    data-wide={column.wide}
                  >
                    {to && place === 0 ? <Link to={to(row)}>{column.cell(row)}</Link> : column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const isNow = sort !== undefined && column.sort === sort.by;
  const way = sort?.direction === 'ASC' ? 'ascending' : 'descending';
  return (
    <th
      role="columnheader"
      scope="col"
      data-number={column.number}
      title={column.hint}
      aria-sort={isNow ? way : undefined}
    >
      {sort && column.sort ? (
        <button type="button" onClick={() => sort.onSort(column.sort ?? '')}>
          {column.title}
          {isNow && <Icon name={sort.direction === 'ASC' ? 'up' : 'down'} size={11} />}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

/** Arrows, Home and End move from row to row, from link to link or from box to box; Enter opens; Escape goes back. */
function walk(event: KeyboardEvent, body: HTMLTableSectionElement | null) {
  const now = event.target as Element;
  const rows = [...(body?.rows ?? [])];
  const here = rows.findIndex((row) => row.contains(now));
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (event.key === 'Escape') history.back();
  if (to === undefined || now.matches('select,input:not([type=checkbox])')) return;
  const row = rows[to];
  const alike = row?.querySelector<HTMLElement>(now.matches('input') ? 'input' : 'a');
  event.preventDefault();
  (alike ?? row?.querySelector<HTMLElement>('a,button,input'))?.focus();
}
