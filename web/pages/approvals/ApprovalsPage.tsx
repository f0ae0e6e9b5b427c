import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { Authorities } from './Authorities.js';
import { type Approval, approvalColumns, type Decision } from './approval-columns.js';
import { ApprovalsQuery } from './approvals.graphql.js';
import { DecideDialog } from './DecideDialog.js';

const size = 25;

export default function ApprovalsPage() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(['ASKED_AT', 'AMOUNT'], 'ASKED_AT', 'DESC');
  const [open, setOpen] = useState<{ decision: Decision; approval: Approval } | null>(null);
  const [search, isAll] = [get('search'), get('state') === 'all'];
  const asked = useAsk(ApprovalsQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { search: search || null, state: isAll ? null : 'WAITING' },
  });
  return (
    <div className="page">
      <div className="stack">
        <h1>What waits for a second pair of eyes</h1>
        <p className="muted">
          A hold is released, a decline overridden, an invoice written off, and a limit raised beyond one person’s
          authority, when another person approves. Nobody approves what they asked for themselves.
        </p>
      </div>
      <div className="stack">
        <div className={lists.filters}>
          <SearchField label="Customer or what is asked" value={search} onChange={(text) => set({ search: text })} />
          <Toggle on={isAll} onChange={(on) => set({ state: on ? 'all' : null })}>
            Decided ones too
          </Toggle>
        </div>
        <PagedTable
          of={asked}
          page={({ approvals }) => approvals}
          what="the approvals"
          lines={4}
          lineHeight={58}
          empty={<Nothing isFiltered={search !== ''} isAll={isAll} />}
          label="Approvals"
          columns={approvalColumns((decision, approval) => setOpen({ decision, approval }))}
          keyOf={(row) => row.id}
          sort={sort}
          paging={paging}
          size={size}
          one="request"
          many="requests"
        />
      </div>
      <Authorities />
      {open && <DecideDialog {...open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Nothing({ isFiltered, isAll }: { isFiltered: boolean; isAll: boolean }) {
  if (isFiltered) return <p>No request is like that. Take the filter away to see the rest.</p>;
  return (
    <p>
      {isAll
        ? 'Nobody has asked for anything yet. Releasing a hold, or raising a limit far, lands here.'
        : 'Nothing waits. Releasing a hold, or raising a limit far, lands here.'}
    </p>
  );
}
