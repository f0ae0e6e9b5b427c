import { usePaging } from '../../address.js';
import { useLinkTo } from '../../as-of.js';
import { count, instant } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import { importText } from '../../ui/words.js';
import { ImportsQuery } from './import.graphql.js';

type Row = ResultOf<typeof ImportsQuery>['imports']['nodes'][number];

const size = 8;
const columns: Column<Row>[] = [
  {
    key: 'files',
    title: 'Files',
    phone: 'title',
    wide: true,
    cell: ({ files }) => files.map(({ name }) => name).join(', ') || 'No files',
  },
  { key: 'when', title: 'When', phone: 'detail', cell: (row) => instant(row.createdAt) },
  { key: 'state', title: 'State', phone: 'figure', cell: (row) => importText[row.state] },
  { key: 'customers', title: 'New customers', number: true, cell: ({ report }) => count(report?.customers.added) },
  { key: 'invoices', title: 'New invoices', number: true, cell: ({ report }) => count(report?.invoices.added) },
  { key: 'bad', title: 'Bad rows', number: true, cell: ({ report }) => count(report?.badRowCount) },
];

export function RecentImports() {
  const paging = usePaging();
  const linkTo = useLinkTo();
  const asked = useAsk(ImportsQuery, { first: size, after: paging.after });
  return (
    <section className="stack" aria-labelledby="recent">
      <h2 id="recent">Recent imports</h2>
      <Faces
        of={asked}
        what="the recent imports"
        skeleton={<Lines count={4} />}
        isEmpty={({ imports }) => imports.nodes.length === 0}
        empty="Nothing has been imported yet. What you import is listed here, with what was in it."
      >
        {({ imports }) => (
          <div>
            <Table
              label="Recent imports"
              columns={columns}
              rows={imports.nodes}
              keyOf={(row) => row.id}
              to={(row) => linkTo('/import', { import: row.id })}
              isBusy={asked.isPlaceholderData}
            />
            <Pager
              paging={paging}
              pageInfo={imports.pageInfo}
              size={size}
              shown={imports.nodes.length}
              total={imports.totalCount}
              one="import"
              many="imports"
            />
          </div>
        )}
      </Faces>
    </section>
  );
}
