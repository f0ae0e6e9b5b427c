import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { FilterChip, Toggle } from '../../ui/Chips.js';
import { invoiceColumns, invoiceSorts } from '../../ui/invoice-columns.js';
import classes from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import type { Column } from '../../ui/Table.js';
import { bucketOrder, bucketText } from '../../ui/words.js';
import { CustomerInvoicesQuery } from './customer.graphql.js';
import { WriteOffDialog } from './WriteOffDialog.js';

type Row = ResultOf<typeof CustomerInvoicesQuery>['customer']['invoices']['nodes'][number];

const size = 12;
const columnsOf = (writeOff: (row: Row) => void): Column<Row>[] => [
  {
    key: 'number',
    title: 'Invoice',
    sort: 'NUMBER',
    phone: 'title',
    cell: (row) => <span className="nowrap">{row.number}</span>,
  },
  ...invoiceColumns,
  {
    key: 'write-off',
    title: 'Act',
    phone: 'detail',
    cell: (row) =>
      row.settledOn === null && (
        <Allowed to="ledger.write-off">
          <Button
            variant="default"
            size="compact-xs"
            h={26}
            aria-label={`Write off invoice ${row.number}`}
            onClick={() => writeOff(row)}
          >
            Write off
          </Button>
        </Allowed>
      ),
  },
];

export function InvoicesPanel({ id, asOf }: { id: string; asOf: string }) {
  const [lost, setLost] = useState<Row | null>(null);
  const { get, set } = useAddress();
  const paging = usePaging('invoices');
  const sort = useSort(invoiceSorts, 'DUE_ON', 'DESC', 'invoices');
  const search = get('find');
  const bucket = bucketOrder.find((one) => one === get('bucket')) ?? null;
  const isOpen = get('open') !== '';
  const asked = useAsk(CustomerInvoicesQuery, {
    id,
    asOf,
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { search: search || null, bucket, isOpen: isOpen || bucket ? true : null },
  });
  return (
    <section className="stack" aria-labelledby="invoices">
      <h2 id="invoices">Invoices</h2>
      <div className={classes.filters}>
        <SearchField label="Invoice number" value={search} onChange={(find) => set({ find })} />
        <Toggle on={isOpen} onChange={(on) => set({ open: on ? '1' : null })}>
          Open only
        </Toggle>
        {bucket && <FilterChip onRemove={() => set({ bucket: null })}>{bucketText(bucket)}</FilterChip>}
      </div>
      <PagedTable
        of={asked}
        page={({ customer }) => customer.invoices}
        what="the invoices"
        lines={8}
        empty={search || isOpen || bucket ? 'No invoice is like that. Take a filter away.' : 'It has no invoices.'}
        label="Invoices"
        columns={columnsOf(setLost)}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="invoice"
        many="invoices"
      />
      {lost && <WriteOffDialog customerId={id} invoice={lost} onClose={() => setLost(null)} />}
    </section>
  );
}
