import { Button } from '@mantine/core';
import { instant } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import { Money } from '../../ui/Money.js';
import type { Column } from '../../ui/Table.js';
import type { ApprovalsQuery } from './approvals.graphql.js';
import classes from './approvals.module.css';

export type Approval = ResultOf<typeof ApprovalsQuery>['approvals']['nodes'][number];
export type Decision = 'approve' | 'refuse' | 'withdraw';

export const stateText = {
  WAITING: 'Waiting',
  APPROVED: 'Approved',
  REFUSED: 'Refused',
  WITHDRAWN: 'Taken back',
} as const;

/** “Ruth Osei <ruth@…>”: the address tells two of one name apart, and is shown on hover. */
const person = (name: string) => <span title={name}>{name.replace(/ <.*>$/, '')}</span>;

export const approvalColumns = (decide: (decision: Decision, approval: Approval) => void): Column<Approval>[] => [
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => (row.customer ? <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go> : 'The policy'),
  },
  {
    key: 'what',
    title: 'What is asked, and why',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.summary}
        {row.reason && <span className={classes.why}>“{row.reason}”</span>}
        {row.note && (
          <span className={classes.why}>
            {row.decidedBy && person(row.decidedBy)}: “{row.note}”
          </span>
        )}
      </>
    ),
  },
  {
    key: 'amount',
    title: 'At stake',
    sort: 'AMOUNT',
    number: true,
    phone: 'figure',
    cell: (row) =>
      row.amount ? <Money value={row.amount} /> : <span title="No limit at all, or no rate to tell.">no bound</span>,
  },
  {
    key: 'asked',
    title: 'Asked',
    sort: 'ASKED_AT',
    cell: (row) => (
      <span className="nowrap">
        {person(row.askedBy)}
        <span className={classes.why}>{instant(row.askedAt)}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'Decide',
    phone: 'second',
    cell: (row) => (row.state === 'WAITING' ? <Acts row={row} decide={decide} /> : <Decided row={row} />),
  },
];

const Decided = ({ row }: { row: Approval }) => (
  <span className="nowrap">
    {stateText[row.state]}
    <span className={classes.why}>
      {row.decidedBy && person(row.decidedBy)} {instant(row.decidedAt)}
    </span>
  </span>
);

function Acts({ row, decide }: { row: Approval; decide: (decision: Decision, approval: Approval) => void }) {
  const button = (decision: Decision, text: string) => (
    <Button
      variant="default"
      size="compact-xs"
      h={26}
      aria-label={`${text}: ${row.summary}`}
      onClick={() => decide(decision, row)}
    >
      {text}
    </Button>
  );
  return (
    <Allowed to="approvals.decide">
      <span className={classes.acts}>
        {row.isMine ? (
          button('withdraw', 'Take back')
        ) : (
          <>
            {button('approve', 'Approve')}
            {button('refuse', 'Refuse')}
          </>
        )}
      </span>
    </Allowed>
  );
}
