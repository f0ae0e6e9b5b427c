import { useAddress } from '../../address.js';
import { count } from '../../format.js';
import { Toggle } from '../../ui/Chips.js';
import { Empty } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { Money } from '../../ui/Money.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import type { Plan } from './PlanTab.js';
import classes from './reminders.module.css';
import { useSlices } from './slices.js';

type Row = Plan['leftOut'][number];

const size = 15;
/** What a person can mend stands first. */
const reasonText = {
  CONTACT_MISSING: 'No e-mail address',
  DISPUTED: 'Disputed',
  ON_HOLD: 'Orders on hold',
  CUSTOMER_LEFT_OUT: 'Left out by a person',
  PAUSED: 'Paused',
  ALREADY_SENT: 'Reminded before',
} as const satisfies Record<Row['reason'], string>;
const reasons = Object.keys(reasonText) as Row['reason'][];

const columns: Column<Row>[] = [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'invoice',
    title: 'Invoice',
    cell: (row) => (
      <Go to={`/customers/${row.customer.id}`} with={{ find: row.invoice.number }} className={classes.number}>
        {row.invoice.number}
      </Go>
    ),
  },
  { key: 'why', title: 'Why', phone: 'detail', wide: true, cell: (row) => row.sentence },
  { key: 'open', title: 'Open', number: true, phone: 'figure', cell: (row) => <Money value={row.invoice.open} /> },
];

/** What falls due and gets no reminder: nobody should find out by waiting for one. */
export function LeftOutInvoices({ leftOut, isBusy }: { leftOut: Row[]; isBusy: boolean }) {
  const { get, set } = useAddress();
  const chosen = reasons.find((reason) => reason === get('why')) ?? null;
  const rows = leftOut
    .filter(({ reason }) => chosen === null || reason === chosen)
    .sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
  const { shown, ...pages } = useSlices(rows, size, 'left');
  const present = reasons
    .map((reason) => ({ reason, many: leftOut.filter((row) => row.reason === reason).length }))
    .filter(({ reason, many }) => many > 0 || reason === chosen);
  return (
    <section className="stack" aria-labelledby="left-out">
      <h2 id="left-out">Left out</h2>
      {present.length > 1 && (
        <div className={lists.filters}>
          {present.map(({ reason, many }) => (
            <Toggle key={reason} on={reason === chosen} onChange={(on) => set({ why: on ? reason : null })}>
              {reasonText[reason]} <span className="muted">{count(many)}</span>
            </Toggle>
          ))}
        </div>
      )}
      {rows.length === 0 ? (
        <Empty>
          <p>Nobody is left out: whoever has an invoice that falls due gets a message.</p>
        </Empty>
      ) : (
        <div>
          <Table label="Left out" columns={columns} rows={shown} keyOf={(row) => row.invoice.id} isBusy={isBusy} />
          <Pager {...pages} size={size} shown={shown.length} total={rows.length} what="invoices" />
        </div>
      )}
    </section>
  );
}
