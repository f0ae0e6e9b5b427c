import { Money } from './Money.js';
import type { Column } from './Table.js';
import { type WorkKind, workText } from './words.js';

export type WorkRow = {
  id: string;
  kind: WorkKind;
  reason: string;
  customer: { id: string; name: string; number: string };
  amount: { minor: number; currency: string };
};

/** Who, what to do, why, and how much is at stake. */
export const workColumns: Column<WorkRow>[] = [
  { key: 'name', title: 'Customer', sort: 'NAME', phone: 'title', cell: (row) => row.customer.name },
  {
    key: 'kind',
    title: 'What to do',
    hint: 'Sorted by weight: what is at stake and how much it helps to act today',
    sort: 'WEIGHT',
    phone: 'second',
    cell: (row) => <span className="nowrap">{workText[row.kind]}</span>,
  },
  { key: 'reason', title: 'Why', phone: 'detail', wide: true, cell: (row) => row.reason },
  {
    key: 'amount',
    title: 'Amount',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.amount} />,
  },
];
