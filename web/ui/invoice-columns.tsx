import { day, dueText, paidText } from '../format.js';
import { Money } from './Money.js';
import type { Column } from './Table.js';

type Amount = { minor: number; currency: string };
export type InvoiceRow = {
  id: string;
  number: string;
  issuedOn: string;
  dueOn: string;
  amount: Amount;
  open: Amount;
  daysPastDue: number | null;
  daysLate: number | null;
  settledOn: string | null;
  isDisputed: boolean;
};

/** "12 days past due" while it is open, "paid 4 days late" afterwards. */
export function InvoiceState({ row }: { row: InvoiceRow }) {
  const isOpen = row.open.minor > 0;
  const text = isOpen ? dueText(row.daysPastDue) : row.settledOn ? `paid ${paidText(row.daysLate)}` : 'settled';
  return (
    <span className={isOpen && (row.daysPastDue ?? 0) > 0 ? 'overdue' : undefined}>
      {text}
      {row.isDisputed && <span className="muted">, disputed</span>}
    </span>
  );
}

export const invoiceColumns: Column<InvoiceRow>[] = [
  {
    key: 'issued',
    title: 'Issued',
    sort: 'ISSUED_ON',
    cell: (row) => <span className="nowrap">{day(row.issuedOn)}</span>,
  },
  { key: 'due', title: 'Due', sort: 'DUE_ON', cell: (row) => <span className="nowrap">{day(row.dueOn)}</span> },
  { key: 'state', title: 'State', phone: 'second', cell: (row) => <InvoiceState row={row} /> },
  { key: 'amount', title: 'Amount', sort: 'AMOUNT', number: true, cell: (row) => <Money value={row.amount} /> },
  {
    key: 'open',
    title: 'Open',
    sort: 'OPEN',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.open} />,
  },
];

export const invoiceSorts = ['DUE_ON', 'ISSUED_ON', 'AMOUNT', 'OPEN', 'NUMBER'] as const;
