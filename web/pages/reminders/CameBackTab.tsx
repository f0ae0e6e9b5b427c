import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { instant } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import type { Column } from '../../ui/Table.js';
import { incomingText } from '../../ui/words.js';
import { AnswerDialog, type CameBack } from './AnswerDialog.js';
import { IncomingMailQuery } from './incoming.graphql.js';
import classes from './reminders.module.css';

type Row = CameBack;
const size = 25;
const sorts = ['RECEIVED_AT', 'SUBJECT'] as const;
const kinds = Object.keys(incomingText) as Row['kind'][];

/** Answers, bounces and complaints: text, whatever it was; an answer that was read lets reminders go on. */
export function CameBackTab() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(sorts, 'RECEIVED_AT', 'DESC');
  const [read, setRead] = useState<Row | null>(null);
  const kind = kinds.find((one) => one === get('kind')) ?? null;
  const search = get('search');
  const asked = useAsk(IncomingMailQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { kind, search: search || null },
  });
  return (
    <div className="stack">
      <div className={lists.filters}>
        <SearchField label="Sender or subject" value={search} onChange={(text) => set({ search: text })} />
        <span className={lists.group}>
          {kinds.map((one) => (
            <Toggle key={one} on={one === kind} onChange={(on) => set({ kind: on ? one : null })}>
              {incomingText[one]}
            </Toggle>
          ))}
        </span>
      </div>
      <PagedTable
        of={asked}
        page={({ incomingMail }) => incomingMail}
        what="what came back"
        lines={8}
        lineHeight={52}
        empty={<p>{kind || search ? 'Nothing is like that. Take a filter away to see the rest.' : NOTHING}</p>}
        label="What came back"
        columns={columns(setRead)}
        keyOf={(row) => `${row.customer.id} ${row.id}`}
        sort={sort}
        paging={paging}
        size={size}
        one="mail"
        many="mails"
      />
      {read && <AnswerDialog mail={read} onClose={() => setRead(null)} />}
    </div>
  );
}

const NOTHING =
  'Nothing has come back yet. Bounces, complaints and answers arrive here from the mail folder or the mail service that the installation is set up with (README, Settings).';

const columns = (read: (row: Row) => void): Column<Row>[] => [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'mail',
    title: 'What came',
    phone: 'detail',
    wide: true,
    sort: 'SUBJECT',
    cell: (row) => (
      <>
        {row.subject || 'No subject'}
        <span className={classes.under}>
          from {row.from || 'nobody named'}, to “{row.toMessage}”
        </span>
        {row.detail && <span className={classes.error}>{row.detail}</span>}
      </>
    ),
  },
  { key: 'kind', title: 'Kind', phone: 'figure', cell: (row) => incomingText[row.kind] },
  {
    key: 'received',
    title: 'Came in',
    sort: 'RECEIVED_AT',
    cell: (row) => <span className="nowrap">{instant(row.receivedAt)}</span>,
  },
  {
    key: 'read',
    title: 'Text',
    phone: 'second',
    cell: (row) => (
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        aria-label={`Read what came from ${row.customer.name}`}
        onClick={() => read(row)}
      >
        Read
      </Button>
    ),
  },
];
