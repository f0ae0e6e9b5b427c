import { count, missing } from '../../format.js';
import { type Column, Table } from '../../ui/Table.js';
import type { BadRow } from './import.graphql.js';

const columns: Column<BadRow>[] = [
  { key: 'file', title: 'File', phone: 'title', cell: (row) => row.file },
  { key: 'line', title: 'Line', number: true, phone: 'figure', cell: (row) => `line ${count(row.line)}` },
  { key: 'column', title: 'Column', phone: 'second', cell: (row) => row.column ?? missing },
  { key: 'value', title: 'Value', cell: (row) => row.value || missing },
  { key: 'sentence', title: 'What is wrong', phone: 'detail', wide: true, cell: (row) => row.sentence },
];

/** Rows with something to say about them, each with its place in its file. */
export function Findings({ label, rows, count: all }: { label: string; rows: readonly BadRow[]; count: number }) {
  return (
    <div>
      <Table
        label={label}
        columns={columns}
        rows={rows}
        keyOf={(row) => `${row.file} ${row.line} ${row.column} ${row.sentence}`}
      />
      {rows.length < all && (
        <p className="muted small">
          The first {count(rows.length)} of {count(all)}.
        </p>
      )}
    </div>
  );
}
