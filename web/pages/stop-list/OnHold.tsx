import { useState } from 'react';
import { usePaging } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { ReleaseDialog } from '../../ui/HoldDialog.js';
import { Pager } from '../../ui/Pager.js';
import { Table } from '../../ui/Table.js';
import { type HeldRow, onHoldColumns } from './on-hold-columns.js';
import { CustomersOnHoldQuery } from './stop-list.graphql.js';

const size = 25;

/** Who is on hold now, whatever day the page is as of: only what is can be released. */
export function OnHold() {
  const paging = usePaging('held');
  const [open, setOpen] = useState<HeldRow | null>(null);
  const asked = useAsk(CustomersOnHoldQuery, { first: size, after: paging.after });
  return (
    <section className="stack" aria-labelledby="on-hold">
      <div className="head">
        <h2 id="on-hold">Who is on hold today?</h2>
        <p className="muted small">“May we supply?” answers no for them.</p>
      </div>
      <Faces
        of={asked}
        what="the customers on hold"
        skeleton={<Lines count={3} height={58} />}
        isEmpty={({ customersOnHold }) => customersOnHold.nodes.length === 0}
        empty={<p>Nobody is on hold. Whoever is put on hold stands here, with the reasons, until released.</p>}
      >
        {({ customersOnHold }) => (
          <div>
            <Table
              label="Customers on hold"
              columns={onHoldColumns(setOpen)}
              rows={customersOnHold.nodes}
              keyOf={(row) => row.customerId}
              isBusy={asked.isPlaceholderData}
            />
            <Pager
              paging={paging}
              pageInfo={customersOnHold.pageInfo}
              size={size}
              shown={customersOnHold.nodes.length}
              total={customersOnHold.totalCount}
              what={customersOnHold.totalCount === 1 ? 'customer on hold' : 'customers on hold'}
            />
          </div>
        )}
      </Faces>
      {open && <ReleaseDialog customer={open.customer} onClose={() => setOpen(null)} />}
    </section>
  );
}
