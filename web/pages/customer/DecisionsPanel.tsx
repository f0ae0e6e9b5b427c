import { usePaging, useSort } from '../../address.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { GradeMark } from '../../ui/GradeMark.js';
import { Money } from '../../ui/Money.js';
import { PagedTable } from '../../ui/PagedTable.js';
import type { Column } from '../../ui/Table.js';
import { outcomeText } from '../../ui/words.js';
import { CustomerDecisionsQuery } from './customer.graphql.js';

type Row = ResultOf<typeof CustomerDecisionsQuery>['customer']['decisions']['nodes'][number];

const size = 5;
const columns: Column<Row>[] = [
  {
    key: 'on',
    title: 'On',
    sort: 'DECIDED_ON',
    phone: 'title',
    cell: (row) => <span className="nowrap">{day(row.decidedOn)}</span>,
  },
  { key: 'outcome', title: 'Decided', phone: 'second', cell: (row) => outcomeText[row.outcome] },
  { key: 'grade', title: 'Grade', cell: ({ recommendation: r }) => <GradeMark grade={r.grade} /> },
  { key: 'points', title: 'Points', sort: 'POINTS', number: true, cell: ({ recommendation: r }) => r.points },
  {
    key: 'limit',
    title: 'Limit',
    number: true,
    phone: 'figure',
    cell: ({ offer, recommendation }) => <Money value={(offer ?? recommendation).limit} />,
  },
  {
    key: 'deposit',
    title: 'Deposit',
    number: true,
    cell: ({ offer, recommendation }) => <Money value={(offer ?? recommendation).deposit} />,
  },
  { key: 'terms', title: 'Terms', cell: ({ offer, recommendation }) => (offer ?? recommendation).paymentTerms },
  {
    key: 'stands-on',
    title: 'Stands on',
    phone: 'detail',
    cell: ({ recommendation: r }) => r.evidence?.sentence ?? 'the application alone',
  },
  { key: 'by', title: 'By', cell: (row) => row.decidedBy },
];

/** What was decided about it, and how its own history and the credit check were weighed. */
export function DecisionsPanel({ id }: { id: string }) {
  const paging = usePaging('decisions');
  const sort = useSort(['DECIDED_ON', 'POINTS'], 'DECIDED_ON', 'DESC', 'decisions');
  const asked = useAsk(CustomerDecisionsQuery, {
    id,
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="decided">
      <h2 id="decided">What was decided</h2>
      <PagedTable
        of={asked}
        page={({ customer }) => customer.decisions}
        what="the decisions"
        lines={3}
        empty="Nothing yet. Vet it, and keep the decision."
        label="What was decided"
        columns={columns}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="decision"
        many="decisions"
      />
    </section>
  );
}
