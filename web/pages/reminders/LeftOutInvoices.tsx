import { useAddress, usePaging, useSort } from '../../address.js';
import { count, counted } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { Money } from '../../ui/Money.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import { type Reason, reasonsOfDay, reasonText } from './reasons.js';
import { NotRemindedQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

type Row = ResultOf<typeof NotRemindedQuery>['reminderPlan']['leftOut']['nodes'][number];

const size = 15;
const columns: Column<Row>[] = [
  {
    key: 'customer',
    title: 'Customer',
    sort: 'NAME',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'invoice',
    title: 'Invoice',
    sort: 'INVOICE',
    cell: (row) => (
      <Go to={`/customers/${row.customer.id}`} with={{ find: row.invoice.number }} className={classes.number}>
        {row.invoice.number}
      </Go>
    ),
  },
  { key: 'step', title: 'Step', cell: (row) => <span className="nowrap">{row.step}</span> },
  { key: 'why', title: 'Why', sort: 'REASON', phone: 'detail', wide: true, cell: (row) => row.sentence },
  { key: 'open', title: 'Open', number: true, phone: 'figure', cell: (row) => <Money value={row.invoice.open} /> },
];

/** What falls due and gets no reminder: nobody should find out by waiting for one. */
export function LeftOutInvoices({ on }: { on: string }) {
  const { get, set } = useAddress();
  const paging = usePaging('left');
  const sort = useSort(['REASON', 'NAME', 'INVOICE'], 'REASON', 'ASC', 'left');
  const chosen = reasonsOfDay.find((reason) => reason === get('why')) ?? null;
  const asked = useAsk(NotRemindedQuery, {
    on,
    first: size,
    after: paging.after,
    filter: chosen ? { reason: chosen } : null,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="left-out">
      <h2 id="left-out">Left out</h2>
      <Faces of={asked} what="what is left out" skeleton={<Lines count={6} />}>
        {({ reminderPlan }) => (
          <>
            <Reasons of={reminderPlan} chosen={chosen} onChoose={(why) => set({ why })} />
            {reminderPlan.leftOut.totalCount === 0 ? (
              <p>Nobody is left out: all that is to be said on this day goes out.</p>
            ) : (
              <div>
                <Table
                  label="Left out"
                  columns={columns}
                  rows={reminderPlan.leftOut.nodes}
                  keyOf={(row) => `${row.invoice.id} ${row.step}`}
                  sort={sort}
                  isBusy={asked.isPlaceholderData}
                />
                <Pager
                  paging={paging}
                  pageInfo={reminderPlan.leftOut.pageInfo}
                  size={size}
                  shown={reminderPlan.leftOut.nodes.length}
                  total={reminderPlan.leftOut.totalCount}
                  one="invoice"
                  many="invoices"
                />
              </div>
            )}
          </>
        )}
      </Faces>
    </section>
  );
}

function Reasons(props: {
  of: Record<(typeof reasonsOfDay)[number], { totalCount: number }>;
  chosen: Reason | null;
  onChoose: (reason: Reason | null) => void;
}) {
  const present = reasonsOfDay.filter((reason) => props.of[reason].totalCount > 0 || reason === props.chosen);
  if (present.length < 2) return null;
  return (
    <div className={lists.filters}>
      {present.map((reason) => (
        <Toggle
          key={reason}
          on={reason === props.chosen}
          label={`${reasonText[reason]}: ${counted(props.of[reason].totalCount, 'invoice', 'invoices')}`}
          onChange={(on) => props.onChoose(on ? reason : null)}
        >
          {reasonText[reason]} <span className="muted">{count(props.of[reason].totalCount)}</span>
        </Toggle>
      ))}
    </div>
  );
}
