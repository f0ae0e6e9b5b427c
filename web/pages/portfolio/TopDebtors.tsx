import { useLinkTo } from '../../as-of.js';
import { days, missing, share } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Go } from '../../ui/Go.js';
import { Money } from '../../ui/Money.js';
import { type Column, Table } from '../../ui/Table.js';
import type { PortfolioQuery } from './portfolio.graphql.js';

type Portfolio = ResultOf<typeof PortfolioQuery>['portfolio'];
type Row = Portfolio['topDebtors'][number];

export function TopDebtors({ portfolio }: { portfolio: Portfolio }) {
  const linkTo = useLinkTo();
  const { currency } = portfolio;
  const columns: Column<Row>[] = [
    { key: 'name', title: 'Customer', phone: 'title', cell: (row) => row.customer.name },
    {
      key: 'balance',
      title: `Owes (${currency})`,
      number: true,
      phone: 'figure',
      cell: (row) => <Money value={row.balance} bare />,
    },
    {
      key: 'overdue',
      title: 'Overdue',
      number: true,
      phone: 'second',
      cell: (row) => <Money value={row.overdue} bare overdue />,
    },
    {
      key: 'oldest',
      title: 'Oldest',
      hint: 'Days past due of the oldest open invoice',
      number: true,
      cell: (row) => (row.oldestDaysPastDue > 0 ? days(row.oldestDaysPastDue) : missing),
    },
    {
      key: 'share',
      title: 'Share',
      hint: 'Of all that is owed',
      number: true,
      phone: 'detail',
      cell: (row) => share(row.share, 1),
    },
  ];
  const top10 = portfolio.concentration?.top10Share;
  return (
    <section className="stack" aria-labelledby="top-debtors">
      <div className="head">
        <h2 id="top-debtors">Who owes the most?</h2>
        <Go to="/customers" with={{ sort: 'BALANCE', dir: 'desc' }}>
          All customers
        </Go>
      </div>
      <Table
        label="Who owes the most"
        columns={columns}
        rows={portfolio.topDebtors}
        keyOf={(row) => row.customer.id}
        to={(row) => linkTo(`/customers/${row.customer.id}`)}
      />
      {top10 != null && portfolio.topDebtors.length === 10 && (
        <p className="muted small">These ten owe {share(top10)} of everything.</p>
      )}
    </section>
  );
}
