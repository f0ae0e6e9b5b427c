import { day, dueText, missing, paidText, share } from '../format.js';
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
  lateness: Lateness | null;
  noLateness: string | null;
};
type Lateness = {
  late: number;
  late7: number;
  late30: number;
  expectedOn: string;
  scoredOn: string;
  standsBecause: string | null;
  reasons: readonly { sentence: string }[];
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

/** When it is likely paid, and how likely late; the rest, and why, is told on hover. */
function Expected({ row: { lateness, noLateness } }: { row: InvoiceRow }) {
  if (!lateness) return <span title={noLateness ?? undefined}>{missing}</span>;
  const { late, late7, late30, expectedOn, scoredOn, standsBecause, reasons } = lateness;
  const more = [
    `Late: ${share(late)}; more than 7 days: ${share(late7)}; more than 30 days: ${share(late30)}. As of ${day(scoredOn)}.`,
    ...reasons.map(({ sentence }) => sentence),
    ...(standsBecause ? [standsBecause] : []),
  ];
  return (
    <span className="nowrap" title={more.join('\n')}>
      {day(expectedOn)} <span className="muted">{share(late)} late</span>
      {standsBecause && <span className="muted">, from before</span>}
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
  {
    key: 'expected',
    title: 'Expected',
    hint: 'The day by which it is as likely paid as not, and the chance that it is paid late.',
    cell: (row) => <Expected row={row} />,
  },
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
