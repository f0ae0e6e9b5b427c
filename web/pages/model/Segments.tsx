import { count, missing, share } from '../../format.js';
import { type Column, Table } from '../../ui/Table.js';
import type { Validation } from './model.graphql.js';

type Segment = Validation['segments'][number];

const byText: Record<string, string> = { amount: 'Amount', grade: 'Grade', country: 'Country' };
const columns: Column<Segment>[] = [
  { key: 'by', title: 'By', phone: 'second', cell: (row) => byText[row.by] ?? row.by },
  { key: 'name', title: 'Part of the book', phone: 'title', wide: true, cell: (row) => row.name },
  { key: 'cases', title: 'Invoices', number: true, phone: 'detail', cell: (row) => count(row.cases) },
  { key: 'rate', title: 'Late', number: true, cell: (row) => share(row.rate) },
  {
    key: 'auc',
    title: 'AUC',
    number: true,
    phone: 'figure',
    cell: (row) => (row.auc === null ? missing : count(row.auc, 3)),
  },
  { key: 'brier', title: 'Brier', number: true, cell: (row) => count(row.brier, 3) },
  { key: 'calibration', title: 'Calibration error', number: true, cell: (row) => share(row.calibrationError, 1) },
];

/** Where it does better, and where worse. */
export function Segments({ validation }: { validation: Validation }) {
  return (
    <section className="stack" aria-labelledby="segments">
      <h2 id="segments">Where does it tell better, and where worse?</h2>
      <p className="muted small">
        Late at all, on the later invoices; parts of fewer than 30 invoices are left out. The calibration error of a
        small part is partly chance.
      </p>
      <Table
        label="Parts of the book"
        columns={columns}
        rows={validation.segments}
        keyOf={(row) => `${row.by} ${row.name}`}
      />
    </section>
  );
}
