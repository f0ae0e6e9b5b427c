import { useAddress, usePaging, useSort } from '../../address.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { Select } from '../../ui/Select.js';
import type { Column } from '../../ui/Table.js';
import { type Reason, reasonText } from './reasons.js';
import { ReminderStepsQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

type Row = ResultOf<typeof ReminderStepsQuery>['reminderSteps']['nodes'][number];

const size = 25;
const stateText = { SENT: 'Sent', PLANNED: 'To be sent', NOT_SENT: 'Not sent' } as const satisfies Record<
  Row['state'],
  string
>;

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
      <>
        <span className={classes.number}>{row.invoice.number}</span>
        <span className={classes.under}>due {day(row.invoice.dueOn)}</span>
      </>
    ),
  },
  {
    key: 'step',
    title: 'Step',
    phone: 'second',
    cell: (row) => <span className="nowrap">{row.step}</span>,
  },
  {
    key: 'state',
    title: 'What becomes of it',
    phone: 'detail',
    wide: true,
    cell: (row) => row.sentence ?? stateText[row.state],
  },
  {
    key: 'on',
    title: 'On',
    sort: 'ON',
    phone: 'figure',
    cell: (row) => <span className="nowrap">{row.on ? day(row.on) : '–'}</span>,
  },
];

/** The send ledger: for each invoice and step what became of it, and why. */
export function StepsTab() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['ON', 'NAME', 'INVOICE'], 'ON', 'ASC');
  const states = Object.keys(stateText) as Row['state'][];
  const state = states.find((one) => one === get('state')) ?? '';
  const reason = (Object.keys(reasonText) as Reason[]).find((one) => one === get('why')) ?? '';
  const search = get('search');
  const asked = useAsk(ReminderStepsQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { state: state || null, reason: reason || null, search: search || null },
  });
  return (
    <div className="stack">
      <div className={lists.filters}>
        <SearchField label="Customer or invoice" value={search} onChange={(text) => set({ search: text })} />
        <Select
          label="What becomes of it"
          any="Sent or not"
          value={state}
          choices={stateText}
          onChange={(one) => set({ state: one || null })}
        />
        <Select
          label="Why not"
          any="Any reason"
          value={reason}
          choices={reasonText}
          onChange={(one) => set({ why: one || null })}
        />
      </div>
      <PagedTable
        of={asked}
        page={({ reminderSteps }) => reminderSteps}
        what="the steps"
        lines={12}
        lineHeight={52}
        empty={<p>No step of an invoice is like that. Take a filter away to see the rest.</p>}
        label="Steps of invoices"
        columns={columns}
        keyOf={(row) => `${row.invoice.id} ${row.step} ${row.channel}`}
        sort={sort}
        paging={paging}
        size={size}
        one="step"
        many="steps"
      />
    </div>
  );
}
