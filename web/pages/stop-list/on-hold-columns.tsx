import { Button } from '@mantine/core';
import { instant } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import { Money } from '../../ui/Money.js';
import type { Column } from '../../ui/Table.js';
import { standingText } from '../../ui/words.js';
import type { CustomersOnHoldQuery } from './stop-list.graphql.js';
import classes from './stop-list.module.css';

export type HeldRow = ResultOf<typeof CustomersOnHoldQuery>['customersOnHold']['nodes'][number];

export const onHoldColumns = (release: (row: HeldRow) => void): Column<HeldRow>[] => [
  {
    key: 'name',
    title: 'Customer',
    sort: 'NAME',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'standing',
    title: 'Standing',
    cell: (row) => <span className="nowrap">{standingText[row.standing.state]}</span>,
  },
  {
    key: 'why',
    title: 'Why',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.standing.reasons.map((reason) => (
          <span key={reason} className={classes.reason}>
            {reason}
          </span>
        ))}
        <span className={classes.onPhone}>Since {instant(row.standing.since)}</span>
      </>
    ),
  },
  {
    key: 'since',
    title: 'Since',
    sort: 'SINCE',
    cell: (row) => (
      <span className="nowrap" title={row.standing.changedBy ? `Set by ${row.standing.changedBy}` : undefined}>
        {instant(row.standing.since)}
      </span>
    ),
  },
  {
    key: 'overdue',
    title: 'Overdue',
    sort: 'OVERDUE',
    hint: 'Today',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.overdue} overdue />,
  },
  {
    key: 'acts',
    title: 'Decide',
    phone: 'second',
    cell: (row) => (
      <Allowed to="standing.release">
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Release the hold on ${row.customer.name}`}
          onClick={() => release(row)}
        >
          Release
        </Button>
      </Allowed>
    ),
  },
];
