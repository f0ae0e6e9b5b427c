import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePaging, useSort } from '../../address.js';
import { count } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Money } from '../../ui/Money.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import { channelText } from '../../ui/words.js';
import { MessageDialog } from './MessageDialog.js';
import { PlannedMessagesQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

type Row = ResultOf<typeof PlannedMessagesQuery>['reminderPlan']['messages']['nodes'][number];

const size = 25;

const columns = (read: (row: Row) => void): Column<Row>[] => [
  {
    key: 'customer',
    title: 'Customer',
    sort: 'NAME',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'subject',
    title: 'Message',
    sort: 'TO',
    hint: 'Sorted by the address',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.subject}
        <span className={classes.under}>
          {channelText[row.channel]} to {row.to}
        </span>
      </>
    ),
  },
  {
    key: 'invoices',
    title: 'Invoices',
    sort: 'INVOICES',
    number: true,
    cell: (row) => count(row.invoices.totalCount),
  },
  {
    key: 'amounts',
    title: 'Open',
    hint: 'What is open of these invoices, one amount a currency',
    number: true,
    phone: 'figure',
    cell: (row) => row.amounts.map((amount) => <div key={amount.currency}>{<Money value={amount} />}</div>),
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
        aria-label={`Read the message to ${row.customer.name}`}
        onClick={() => read(row)}
      >
        Read
      </Button>
    ),
  },
];

export function PlannedMessages({ on }: { on: string }) {
  const [open, setOpen] = useState<Row | null>(null);
  const paging = usePaging('plan');
  const sort = useSort(['NAME', 'TO', 'INVOICES'], 'NAME', 'ASC', 'plan');
  const asked = useAsk(PlannedMessagesQuery, {
    on,
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <Faces of={asked} what="the messages" skeleton={<Lines count={12} height={52} />}>
      {({ reminderPlan: { messages } }) => (
        <div>
          <Table
            label="Messages to send"
            columns={columns(setOpen)}
            rows={messages.nodes}
            keyOf={(row) => `${row.customer.id} ${row.to}`}
            sort={sort}
            isBusy={asked.isPlaceholderData}
          />
          <Pager
            paging={paging}
            pageInfo={messages.pageInfo}
            size={size}
            shown={messages.nodes.length}
            total={messages.totalCount}
            one="message"
            many="messages"
          />
          {open && <MessageDialog message={open} onClose={() => setOpen(null)} />}
        </div>
      )}
    </Faces>
  );
}
