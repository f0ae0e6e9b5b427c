import { useAddress, usePaging, useSort } from '../../address.js';
import { useAsOf, useBook, useLinkTo } from '../../as-of.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import classes from '../../ui/lists.module.css';
import { NotScored } from '../../ui/NotScored.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { type WorkKind, workText } from '../../ui/words.js';
import { workColumns } from '../../ui/work-columns.js';
import { WorkListQuery } from './work-list.graphql.js';

const size = 25;
const kinds = Object.keys(workText) as WorkKind[];

export default function WorkListPage() {
  const { asOf } = useAsOf();
  const book = useBook();
  const linkTo = useLinkTo();
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['WEIGHT', 'NAME'], 'WEIGHT', 'DESC');
  const kind = kinds.find((one) => one === get('kind')) ?? null;
  const search = get('search');
  const asked = useAsk(WorkListQuery, {
    first: size,
    after: paging.after,
    filter: { kind, search: search || null },
    sort: sort.by,
    direction: sort.direction,
    asOf,
  });
  return (
    <div className="page">
      <div className="stack">
        <h1>What to do as of {day(asOf)}</h1>
        <p className="muted">What saves the most money stands first.</p>
      </div>
      <NotScored />
      <div className="stack">
        <div className={classes.filters}>
          <SearchField label="Customer name or number" value={search} onChange={(text) => set({ search: text })} />
          <span className={classes.group}>
            {kinds.map((one) => (
              <Toggle key={one} on={one === kind} onChange={(on) => set({ kind: on ? one : null })}>
                {workText[one]}
              </Toggle>
            ))}
          </span>
        </div>
        <PagedTable
          of={asked}
          page={({ workList }) => workList}
          what="the work list"
          lines={12}
          lineHeight={52}
          empty={book.invoiceCount === 0 ? <EmptyBook what="work" /> : <NoWork isFiltered={Boolean(kind || search)} />}
          label="Work list"
          columns={workColumns}
          keyOf={(row) => row.id}
          to={(row) => linkTo(`/customers/${row.customer.id}`)}
          sort={sort}
          paging={paging}
          size={size}
          one="thing to do"
          many="things to do"
        />
      </div>
    </div>
  );
}

const NoWork = ({ isFiltered }: { isFiltered: boolean }) => (
  <p>{isFiltered ? 'Nothing of this kind needs doing. Take a filter away to see the rest.' : 'Nothing needs doing.'}</p>
);
