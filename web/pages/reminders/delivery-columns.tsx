import { Button } from '@mantine/core';
import { day, instant } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import type { Column } from '../../ui/Table.js';
import { channelText, incomingText } from '../../ui/words.js';
import { DeliveryMark } from './DeliveryMark.js';
import type { DeliveriesQuery } from './reminders.graphql.js';
import classes from './reminders.module.css';

export type DeliveryRow = ResultOf<typeof DeliveriesQuery>['deliveries']['nodes'][number];
type Acts = { read: (row: DeliveryRow) => void; settle: (row: DeliveryRow, wasSent: boolean) => void };

export const deliverySorts = ['PLANNED_FOR', 'ATTEMPTED_AT'] as const;

export const deliveryColumns = ({ read, settle }: Acts): Column<DeliveryRow>[] => [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'message',
    title: 'Message',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.subject}
        <span className={classes.under}>
          {channelText[row.channel.toUpperCase() as keyof typeof channelText]} to {row.to}
        </span>
        {row.error && <span className={classes.error}>{row.error}</span>}
        {row.state === 'UNKNOWN' && (
          <Allowed to="reminders.send">
            <Doubt row={row} settle={settle} />
          </Allowed>
        )}
      </>
    ),
  },
  {
    key: 'state',
    title: 'State',
    phone: 'figure',
    cell: (row) => (
      <>
        <DeliveryMark state={row.state} />
        {row.cameBack && <span className={classes.under}>{incomingText[row.cameBack]}</span>}
      </>
    ),
  },
  {
    key: 'planned',
    title: 'Planned for',
    sort: 'PLANNED_FOR',
    cell: (row) => <span className="nowrap">{day(row.plannedFor)}</span>,
  },
  {
    key: 'attempted',
    title: 'Handed over',
    hint: 'When it was last handed to the server or put into the mailbox, or printed',
    sort: 'ATTEMPTED_AT',
    cell: (row) => <span className="nowrap">{instant(row.attemptedAt)}</span>,
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

function Doubt({ row, settle }: { row: DeliveryRow; settle: Acts['settle'] }) {
  return (
    <span className={classes.doubt}>
      <span className="sr">What became of the message to {row.customer.name}? </span>
      <Button variant="default" size="compact-xs" h={26} onClick={() => settle(row, true)}>
        It arrived
      </Button>
      <Button variant="default" size="compact-xs" h={26} onClick={() => settle(row, false)}>
        It did not: send again
      </Button>
    </span>
  );
}
