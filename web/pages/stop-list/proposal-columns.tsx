import { Button } from '@mantine/core';
import { days, missing, money } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import { GradeMark } from '../../ui/GradeMark.js';
import { Money } from '../../ui/Money.js';
import type { Column } from '../../ui/Table.js';
import type { HoldProposalsQuery } from './stop-list.graphql.js';
import classes from './stop-list.module.css';

export type Proposal = ResultOf<typeof HoldProposalsQuery>['holdProposals']['nodes'][number];
export type HoldRule = Proposal['reasons'][number]['rule'];
export type Act = 'hold' | 'dismiss';

export const ruleText = {
  DAYS_PAST_DUE: 'Long past due',
  OVER_LIMIT: 'Over its limit',
  GRADE_E: 'Grade E',
  NO_RATE: 'No exchange rate',
} as const satisfies Record<HoldRule, string>;

export const proposalColumns = (act: (act: Act, proposal: Proposal) => void): Column<Proposal>[] => [
  {
    key: 'name',
    title: 'Customer',
    sort: 'NAME',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  { key: 'grade', title: 'Grade', cell: (row) => <GradeMark grade={row.grade} /> },
  {
    key: 'why',
    title: 'Why',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        {row.reasons.map(({ rule, sentence }) => (
          <span key={rule} className={classes.reason}>
            {sentence}
          </span>
        ))}
        <span className={classes.onPhone}>
          <Acts row={row} act={act} />
        </span>
      </>
    ),
  },
  {
    key: 'overdue',
    title: 'Overdue',
    hint: 'What is past due and not contested',
    sort: 'OVERDUE',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.overdue} overdue />,
  },
  {
    key: 'balance',
    title: 'Owes',
    hint: 'What it owes, and how much it may',
    number: true,
    cell: (row) => (
      <>
        <Money value={row.balance} />
        <span className={classes.under}>{row.creditLimit ? `limit ${money(row.creditLimit)}` : 'no limit'}</span>
      </>
    ),
  },
  {
    key: 'oldest',
    title: 'Oldest',
    hint: 'Days past due of the oldest invoice that is not contested',
    sort: 'OLDEST_DAYS_PAST_DUE',
    number: true,
    phone: 'second',
    cell: (row) => (row.oldestDaysPastDue > 0 ? days(row.oldestDaysPastDue) : missing),
  },
  { key: 'acts', title: 'Decide', cell: (row) => <Acts row={row} act={act} /> },
];

function Acts({ row, act }: { row: Proposal; act: (act: Act, proposal: Proposal) => void }) {
  const { name } = row.customer;
  return (
    <Allowed to="standing.hold">
      <span className={classes.acts}>
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Put orders on hold: ${name}`}
          onClick={() => act('hold', row)}
        >
          Put orders on hold
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Dismiss the proposal for ${name}`}
          onClick={() => act('dismiss', row)}
        >
          Dismiss
        </Button>
      </span>
    </Allowed>
  );
}
