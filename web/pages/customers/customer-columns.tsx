import { days, missing } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { GradeMark } from '../../ui/GradeMark.js';
import { Money } from '../../ui/Money.js';
import type { Column } from '../../ui/Table.js';
import { stageText, standingText } from '../../ui/words.js';
import type { CustomersQuery } from './customers.graphql.js';

export type CustomerRow = ResultOf<typeof CustomersQuery>['customers']['nodes'][number];

const noRate = 'There is no exchange rate for a currency of this customer';

/** On a phone the grade stands before the number: its own column has no room there. */
function NumberOnPhone({ row }: { row: CustomerRow }) {
  return (
    <span className="row">
      <span className="on-phone">
        <GradeMark grade={row.grade} isThin={row.isThin ?? false} />
      </span>
      {row.customer.number}
    </span>
  );
}

export const customerColumns = (currency: string): Column<CustomerRow>[] => [
  { key: 'name', title: 'Customer', sort: 'NAME', phone: 'title', cell: (row) => row.customer.name },
  { key: 'number', title: 'Number', sort: 'NUMBER', phone: 'detail', cell: (row) => <NumberOnPhone row={row} /> },
  { key: 'grade', title: 'Grade', cell: (row) => <GradeMark grade={row.grade} isThin={row.isThin ?? false} /> },
  { key: 'points', title: 'Points', sort: 'POINTS', number: true, cell: (row) => row.points ?? missing },
  {
    key: 'balance',
    title: `Owes (${currency})`,
    sort: 'BALANCE',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.balance} bare why={noRate} />,
  },
  {
    key: 'overdue',
    title: 'Overdue',
    sort: 'OVERDUE',
    number: true,
    phone: 'second',
    cell: (row) => <Money value={row.overdue} bare overdue why={noRate} />,
  },
  {
    key: 'oldest',
    title: 'Oldest',
    hint: 'Days past due of the oldest open invoice',
    sort: 'OLDEST_DAYS_PAST_DUE',
    number: true,
    cell: (row) => (row.oldestDaysPastDue ? days(row.oldestDaysPastDue) : missing),
  },
  { key: 'standing', title: 'Standing', cell: (row) => standingText[row.standing] },
  { key: 'owner', title: 'Owner', isExtra: true, cell: (row) => row.customer.owner?.name ?? missing },
  { key: 'country', title: 'Country', cell: (row) => row.customer.country ?? missing },
  { key: 'currency', title: 'Currency', isExtra: true, cell: (row) => row.customer.currency },
  { key: 'stage', title: 'Stage', isExtra: true, cell: (row) => stageText[row.customer.stage] },
  {
    key: 'terms',
    title: 'Terms',
    isExtra: true,
    number: true,
    cell: (row) => (row.customer.termsDays === null ? missing : `net ${row.customer.termsDays}`),
  },
  {
    key: 'reminders',
    title: 'Reminders',
    isExtra: true,
    cell: (row) => (row.customer.leftOutOfReminders ? 'left out' : 'yes'),
  },
];
