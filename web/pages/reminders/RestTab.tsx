import { useAddress, usePaging, useSort } from '../../address.js';
import { day, instant } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import { EndPauseButton } from '../../ui/EndPauseButton.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { Select } from '../../ui/Select.js';
import type { Column } from '../../ui/Table.js';
import { type PauseReason, pauseText } from '../../ui/words.js';
import { PausesQuery } from './incoming.graphql.js';
import classes from './reminders.module.css';

type Row = ResultOf<typeof PausesQuery>['reminderPauses']['nodes'][number];

const size = 25;
const columns: Column<Row>[] = [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => (
      <>
        <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>
        {row.invoice && <span className={classes.under}>invoice {row.invoice.number} alone</span>}
      </>
    ),
  },
  {
    key: 'why',
    title: 'Why',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {pauseText[row.reason]}
        {row.note && <span className={classes.under}>{row.note}</span>}
      </>
    ),
  },
  {
    key: 'set',
    title: 'Since',
    sort: 'SET_AT',
    phone: 'detail',
    cell: (row) => (
      <>
        <span className="nowrap">{day(row.fromOn)}</span>
        <span className={classes.under}>by {row.setBy}</span>
      </>
    ),
  },
  {
    key: 'until',
    title: 'Last day',
    sort: 'UNTIL',
    phone: 'figure',
    cell: (row) => <span className="nowrap">{row.untilOn ? day(row.untilOn) : 'Until it is ended'}</span>,
  },
  {
    key: 'end',
    title: 'Go on',
    phone: 'second',
    cell: (row) =>
      row.endedAt ? (
        <span className="small muted">
          Ended {instant(row.endedAt)} by {row.endedBy}
        </span>
      ) : (
        row.isOpen && <EndPauseButton customer={row.customer} pauseId={row.id} />
      ),
  },
];

/** Whose reminders rest, why and until when: what no one ends is forgotten. */
export function RestTab() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['SET_AT', 'UNTIL'], 'SET_AT', 'DESC');
  const reason = (Object.keys(pauseText) as PauseReason[]).find((one) => one === get('why')) ?? '';
  const isAll = get('all') === 'yes';
  const asked = useAsk(PausesQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { reason: reason || null, isOpen: isAll ? null : true },
  });
  return (
    <div className="stack">
      <div className={lists.filters}>
        <Select
          label="Why"
          any="Any reason"
          value={reason}
          choices={pauseText}
          onChange={(one) => set({ why: one || null })}
        />
        <Toggle on={isAll} onChange={(on) => set({ all: on ? 'yes' : null })}>
          Those that are over, too
        </Toggle>
      </div>
      <PagedTable
        of={asked}
        page={({ reminderPauses }) => reminderPauses}
        what="what rests"
        lines={8}
        lineHeight={52}
        empty={
          <p>
            {reason
              ? 'Nothing rests for that reason. Take the filter away to see the rest.'
              : 'No reminders rest. An answer lets them rest by itself; a person does so on the page of the customer.'}
          </p>
        }
        label="Reminders at rest"
        columns={columns}
        keyOf={(row) => `${row.customer.id} ${row.id}`}
        sort={sort}
        paging={paging}
        size={size}
        one="pause"
        many="pauses"
      />
    </div>
  );
}
