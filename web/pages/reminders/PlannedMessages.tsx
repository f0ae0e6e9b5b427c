import { Button } from '@mantine/core';
import { useState } from 'react';
import { count, counted } from '../../format.js';
import { Go } from '../../ui/Go.js';
import { Money } from '../../ui/Money.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import { MessageDialog } from './MessageDialog.js';
import type { Plan } from './PlanTab.js';
import classes from './reminders.module.css';
import { useSlices } from './slices.js';

type Row = Plan['messages'][number];

const size = 25;

const columns = (read: (row: Row) => void): Column<Row>[] => [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'subject',
    title: 'Message',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.subject}
        <span className={classes.under}>to {row.to}</span>
      </>
    ),
  },
  { key: 'invoices', title: 'Invoices', number: true, cell: (row) => count(row.invoices.length) },
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

export function PlannedMessages({ plan, isBusy }: { plan: Plan; isBusy: boolean }) {
  const [open, setOpen] = useState<Row | null>(null);
  const { shown, ...pages } = useSlices(plan.messages, size, 'plan');
  return (
    <div>
      <Table
        label="Messages to send"
        columns={columns(setOpen)}
        rows={shown}
        keyOf={(row) => `${row.customer.id} ${row.to}`}
        isBusy={isBusy}
      />
      <Pager {...pages} size={size} shown={shown.length} total={plan.messages.length} what="messages" />
      {plan.total > plan.messages.length && (
        <p className="muted small">
          The first {counted(plan.messages.length, 'message is', 'messages are')} listed; all {count(plan.total)} are
          sent.
        </p>
      )}
      {open && <MessageDialog message={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
