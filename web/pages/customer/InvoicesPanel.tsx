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
import { DisputeDialog } from './DisputeDialog.js';
import { WriteOffDialog } from './WriteOffDialog.js';

type Row = ResultOf<typeof CustomerInvoicesQuery>['customer']['invoices']['nodes'][number];

const size = 12;
const columnsOf = (dispute: (row: Row) => void, writeOff: (row: Row) => void): Column<Row>[] => [
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
        <span className={classes.acts}>
          <Allowed to="ledger.dispute">
            <Act
              label={row.isDisputed ? `Settle the dispute about ${row.number}` : `Open a dispute about ${row.number}`}
              onAct={() => dispute(row)}
            >
              {row.isDisputed ? 'Settle' : 'Dispute'}
            </Act>
          </Allowed>
          <Allowed to="ledger.write-off">
            <Act label={`Write off invoice ${row.number}`} onAct={() => writeOff(row)}>
              Write off
            </Act>
          </Allowed>
        </span>
      ),
  },
];

function Act({ label, onAct, children }: { label: string; onAct: () => void; children: string }) {
  return (
    <Button variant="default" size="compact-xs" h={26} aria-label={label} onClick={onAct}>
      {children}
    </Button>
  );
}

export function InvoicesPanel({ id, asOf }: { id: string; asOf: string }) {
  const [contested, setContested] = useState<Row | null>(null);
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
        columns={columnsOf(setContested, setLost)}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="invoice"
        many="invoices"
      />
      {contested && <DisputeDialog customerId={id} invoice={contested} onClose={() => setContested(null)} />}
      {lost && <WriteOffDialog customerId={id} invoice={lost} onClose={() => setLost(null)} />}
    </section>
  );
}
