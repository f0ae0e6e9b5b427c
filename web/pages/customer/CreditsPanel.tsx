import { usePaging, useSort } from '../../address.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Money } from '../../ui/Money.js';
import { PagedTable } from '../../ui/PagedTable.js';
import type { Column } from '../../ui/Table.js';
import { creditText } from '../../ui/words.js';
import { CustomerCreditsQuery } from './customer.graphql.js';

type Row = ResultOf<typeof CustomerCreditsQuery>['customer']['credits']['nodes'][number];

const size = 12;
const columns: Column<Row>[] = [
  {
    key: 'number',
    title: 'Number',
    sort: 'NUMBER',
    phone: 'title',
    cell: (row) => <span className="nowrap">{row.number}</span>,
  },
  { key: 'kind', title: 'What', phone: 'second', cell: (row) => creditText[row.kind] },
  {
    key: 'on',
    title: 'Dated',
    sort: 'DATED_ON',
    phone: 'detail',
    cell: (row) => <span className="nowrap">{day(row.datedOn)}</span>,
  },
  {
    key: 'amount',
    title: 'Amount',
    sort: 'AMOUNT',
    number: true,
    phone: 'figure',
    cell: (row) => <Money value={row.amount} />,
  },
  { key: 'unapplied', title: 'Not yet applied', number: true, cell: (row) => <Money value={row.unapplied} /> },
];

export function CreditsPanel({ id }: { id: string }) {
  const paging = usePaging('credits');
  const sort = useSort(['DATED_ON', 'AMOUNT', 'NUMBER'], 'DATED_ON', 'DESC', 'credits');
  const asked = useAsk(CustomerCreditsQuery, {
    id,
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="credits">
      <h2 id="credits">Payments and credits</h2>
      <PagedTable
        of={asked}
        page={({ customer }) => customer.credits}
        what="the payments"
        lines={8}
        empty="Nothing was paid or credited yet."
        label="Payments and credits"
        columns={columns}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="payment or credit"
        many="payments and credits"
      />
    </section>
  );
}
