import { useAddress, usePaging, useSort } from '../../address.js';
import { useAsOf, useBook, useLinkTo } from '../../as-of.js';
import { day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { FilterChip, Toggle } from '../../ui/Chips.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { invoiceColumns, invoiceSorts } from '../../ui/invoice-columns.js';
import classes from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import type { Column } from '../../ui/Table.js';
import { bucketOrder, bucketText, gradeOrder, gradeText } from '../../ui/words.js';
import { InvoicesQuery } from './invoices.graphql.js';

type Row = ResultOf<typeof InvoicesQuery>['invoices']['nodes'][number];

const size = 25;
const columns: Column<Row>[] = [
  {
    key: 'number',
    title: 'Invoice',
    sort: 'NUMBER',
    phone: 'title',
    cell: (row) => <span className="nowrap">{row.number}</span>,
  },
  { key: 'customer', title: 'Customer', phone: 'detail', wide: true, cell: (row) => row.customer.name },
  ...invoiceColumns,
];

/** What the address asks for: the way down from the ageing chart. */
function useInvoiceFilter() {
  const { get } = useAddress();
  return {
    grade: gradeOrder.find((grade) => grade === get('grade')) ?? null,
    withoutGrade: get('grade') === 'none',
    bucket: bucketOrder.find((bucket) => bucket === get('bucket')) ?? null,
    by: get('by') === 'invoice' ? ('INVOICE' as const) : ('DUE' as const),
    search: get('search'),
    isOverdue: get('overdue') !== '',
    isAll: get('all') !== '',
  };
}

export default function InvoicesPage() {
  const { asOf } = useAsOf();
  const book = useBook();
  const linkTo = useLinkTo();
  const { set } = useAddress();
  const paging = usePaging();
  const sort = useSort(invoiceSorts, 'DUE_ON', 'ASC');
  const chosen = useInvoiceFilter();
  const asked = useAsk(InvoicesQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    asOf,
    filter: {
      grade: chosen.grade,
      withoutGrade: chosen.withoutGrade || null,
      bucket: chosen.bucket,
      by: chosen.by,
      search: chosen.search || null,
      isOverdue: chosen.isOverdue || null,
      isOpen: chosen.isAll ? null : true,
    },
  });
  const hasGrade = chosen.grade !== null || chosen.withoutGrade;
  return (
    <div className="page">
      <h1>
        {chosen.isAll ? 'Invoices' : 'Open invoices'} as of {day(asOf)}
      </h1>
      <div className="stack">
        <div className={classes.filters}>
          <SearchField label="Invoice or customer" value={chosen.search} onChange={(search) => set({ search })} />
          {hasGrade && <FilterChip onRemove={() => set({ grade: null })}>{gradeText(chosen.grade)}</FilterChip>}
          {chosen.bucket && (
            <FilterChip onRemove={() => set({ bucket: null, by: null })}>
              {bucketChip(bucketText(chosen.bucket, chosen.by), chosen.bucket === 'CURRENT', chosen.by)}
            </FilterChip>
          )}
          <Toggle on={chosen.isOverdue} onChange={(on) => set({ overdue: on ? '1' : null })}>
            Overdue only
          </Toggle>
          <Toggle on={chosen.isAll} onChange={(on) => set({ all: on ? '1' : null })}>
            Settled ones too
          </Toggle>
        </div>
        <PagedTable
          of={asked}
          page={({ invoices }) => invoices}
          what="the invoices"
          lines={14}
          empty={
            book.invoiceCount === 0 ? <EmptyBook what="invoices" /> : 'No invoice is like that. Take a filter away.'
          }
          name="invoices"
          label="Invoices"
          columns={columns}
          keyOf={(row) => row.id}
          to={(row) => linkTo(`/customers/${row.customer.id}`, { find: row.number })}
          sort={sort}
          paging={paging}
          size={size}
          one="invoice"
          many="invoices"
        />
      </div>
    </div>
  );
}

function bucketChip(text: string, isCurrent: boolean, by: 'DUE' | 'INVOICE'): string {
  if (isCurrent) return text;
  return by === 'DUE' ? `${text} past due` : `${text} since the invoice`;
}
