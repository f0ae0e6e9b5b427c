import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { ReleaseDialog } from '../../ui/HoldDialog.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { type HeldRow, onHoldColumns } from './on-hold-columns.js';
import { CustomersOnHoldQuery } from './stop-list.graphql.js';

const size = 25;

/** Who is on hold now, whatever day the page is as of: only what is can be released. */
export function OnHold() {
  const { get, set } = useAddress();
  const paging = usePaging('held');
  const sort = useSort(['SINCE', 'NAME', 'OVERDUE'], 'SINCE', 'DESC', 'held');
  const find = get('heldfind');
  const [open, setOpen] = useState<HeldRow | null>(null);
  const asked = useAsk(CustomersOnHoldQuery, {
    first: size,
    after: paging.after,
    filter: find ? { search: find } : null,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="on-hold">
      <div className="head">
        <h2 id="on-hold">Who is on hold today?</h2>
        <p className="muted small">“May we supply?” answers no for them.</p>
      </div>
      <div className={lists.filters}>
        <SearchField label="Name or number on hold" value={find} onChange={(text) => set({ heldfind: text })} />
      </div>
      <PagedTable
        of={asked}
        page={({ customersOnHold }) => customersOnHold}
        what="the customers on hold"
        lines={3}
        lineHeight={58}
        empty={
          <p>
            {find
              ? 'Nobody on hold has this in name or number.'
              : 'Nobody is on hold. Whoever is put on hold stands here, with the reasons, until released.'}
          </p>
        }
        label="Customers on hold"
        columns={onHoldColumns(setOpen)}
        keyOf={(row) => row.customerId}
        sort={sort}
        paging={paging}
        size={size}
        one="customer on hold"
        many="customers on hold"
      />
      {open && <ReleaseDialog customer={open.customer} onClose={() => setOpen(null)} />}
    </section>
  );
}
