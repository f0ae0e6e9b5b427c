import { usePaging, useSort } from '../../address.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Money } from '../../ui/Money.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
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
      <Faces
        of={asked}
        what="the payments"
        skeleton={<Lines count={8} />}
        isEmpty={({ customer }) => customer.credits.nodes.length === 0}
        empty="Nothing was paid or credited yet."
      >
        {({ customer: { credits } }) => (
          <div>
            <Table
              label="Payments and credits"
              columns={columns}
              rows={credits.nodes}
              keyOf={(row) => row.id}
              sort={sort}
              isBusy={asked.isPlaceholderData}
            />
            <Pager
              paging={paging}
              pageInfo={credits.pageInfo}
              size={size}
              shown={credits.nodes.length}
              total={credits.totalCount}
              one="payment or credit"
              many="payments and credits"
            />
          </div>
        )}
      </Faces>
    </section>
  );
}
