import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import type { Column } from '../../ui/Table.js';
import { ClauseDialog } from './ClauseDialog.js';
import { type Clause, ClausesQuery, surenessText } from './clauses.graphql.js';

const size = 20;

const columnsOf = (change: (row: Clause) => void): Column<Clause>[] => [
  { key: 'title', title: 'Clause', sort: 'KEY', phone: 'title', cell: (row) => row.title },
  { key: 'country', title: 'Country', phone: 'figure', cell: (row) => row.country ?? 'any' },
  { key: 'body', title: 'Words', phone: 'detail', cell: (row) => row.body },
  { key: 'since', title: 'Since', sort: 'VALID_ON', cell: (row) => <span className="nowrap">{day(row.validOn)}</span> },
  {
    key: 'source',
    title: 'Where from',
    phone: 'second',
    cell: (row) => (
      <>
        <b>{surenessText[row.sureness]}</b>: {row.source}
      </>
    ),
  },
  {
    key: 'change',
    title: '',
    cell: (row) => (
      <Allowed to="clauses.set">
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Change ${row.title}, ${row.country ?? 'any country'}`}
          onClick={() => change(row)}
        >
          Change
        </Button>
      </Allowed>
    ),
  },
];

/** The words contracts are made of. */
export default function ClausesPage() {
  const [changed, setChanged] = useState<Clause | null>(null);
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['KEY', 'VALID_ON'], 'KEY', 'ASC');
  const search = get('search');
  const asked = useAsk(ClausesQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { search: search || null },
  });
  return (
    <div className="page">
      <div className="stack">
        <h1>Clauses</h1>
        <p className="muted">
          The words contracts are made of, by country and day. In a contract the newest words of the country stand, and
          those of any country where it has none. Have a lawyer of the country read them: they are our own.
        </p>
      </div>
      <SearchField label="Search clauses" value={search} onChange={(next) => set({ search: next })} />
      <PagedTable
        of={asked}
        page={({ clauses }) => clauses}
        what="the clauses"
        lines={8}
        empty={`No clause holds “${search}”.`}
        label="Clauses"
        columns={columnsOf(setChanged)}
        keyOf={(row) => `${row.key} ${row.country} ${row.validOn}`}
        sort={sort}
        paging={paging}
        size={size}
        one="clause"
        many="clauses"
      />
      {changed && <ClauseDialog clause={changed} onClose={() => setChanged(null)} />}
    </div>
  );
}
