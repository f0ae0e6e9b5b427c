import { usePaging, useSort } from '../../address.js';
import { instant } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { PagedTable } from '../../ui/PagedTable.js';
import type { Column } from '../../ui/Table.js';
import { applicationText } from '../../ui/words.js';
import { CreditApplicationsQuery } from './applications.graphql.js';

type Row = ResultOf<typeof CreditApplicationsQuery>['creditApplications']['nodes'][number];

const size = 10;
const columns: Column<Row>[] = [
  { key: 'name', title: 'Company', phone: 'title', cell: (row) => row.companyName || 'Not named yet' },
  { key: 'state', title: 'State', phone: 'detail', cell: (row) => applicationText[row.state] },
  { key: 'by', title: 'Begun by', cell: (row) => row.madeBy },
  {
    key: 'on',
    title: 'Changed',
    sort: 'CHANGED_AT',
    phone: 'second',
    cell: (row) => <span className="nowrap">{instant(row.changedAt)}</span>,
  },
];

/** What companies ask for credit with: begun by us, or sent in by them. */
export function Applications() {
  const paging = usePaging('app-');
  const sort = useSort(['CHANGED_AT', 'MADE_AT'], 'CHANGED_AT', 'DESC', 'app-');
  const asked = useAsk(CreditApplicationsQuery, {
    first: size,
    after: paging.after,
    filter: null,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="applications">
      <h2 id="applications">Applications</h2>
      <PagedTable
        of={asked}
        page={({ creditApplications }) => creditApplications}
        what="the applications"
        lines={3}
        empty="None yet. Keep what is in the form as an application, and send its form to the company."
        label="Applications"
        columns={columns}
        keyOf={(row) => row.id}
        to={(row) => `/vet?application=${row.id}`}
        sort={sort}
        paging={paging}
        size={size}
        one="application"
        many="applications"
      />
    </section>
  );
}
