import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { useAsOf } from '../../as-of.js';
import { useAsk } from '../../graphql.js';
import { Toggle } from '../../ui/Chips.js';
import { HoldDialog } from '../../ui/HoldDialog.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { DismissDialog } from './DismissDialog.js';
import { type Act, type HoldRule, type Proposal, proposalColumns, ruleText } from './proposal-columns.js';
import { HoldProposalsQuery } from './stop-list.graphql.js';

const size = 25;
const sorts = ['OVERDUE', 'OLDEST_DAYS_PAST_DUE', 'NAME'] as const;
const rules = Object.keys(ruleText) as HoldRule[];

export function Proposals() {
  const { asOf } = useAsOf();
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(sorts, 'OVERDUE', 'DESC');
  const [open, setOpen] = useState<{ act: Act; proposal: Proposal } | null>(null);
  const rule = rules.find((one) => one === get('rule')) ?? null;
  const search = get('search');
  const asked = useAsk(HoldProposalsQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
    filter: { rule, search: search || null },
    asOf,
  });
  const close = () => setOpen(null);
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">Whose orders should we put on hold?</h2>
      <div className={lists.filters}>
        <SearchField label="Customer name or number" value={search} onChange={(text) => set({ search: text })} />
        <span className={lists.group}>
          {rules.map((one) => (
            <Toggle key={one} on={one === rule} onChange={(on) => set({ rule: on ? one : null })}>
              {ruleText[one]}
            </Toggle>
          ))}
        </span>
      </div>
      <PagedTable
        of={asked}
        page={({ holdProposals }) => holdProposals}
        what="the proposals"
        lines={10}
        lineHeight={58}
        empty={<Nobody isFiltered={Boolean(rule || search)} />}
        name="hold-proposals"
        label="Proposed holds"
        columns={proposalColumns((act, proposal) => setOpen({ act, proposal }))}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="customer"
        many="customers"
      />
      {open?.act === 'hold' && <HoldDialog customer={open.proposal.customer} isProposed onClose={close} />}
      {open?.act === 'dismiss' && <DismissDialog customer={open.proposal.customer} onClose={close} />}
    </section>
  );
}

const Nobody = ({ isFiltered }: { isFiltered: boolean }) => (
  <p>
    {isFiltered
      ? 'Nobody is proposed for this. Take a filter away to see the rest.'
      : 'Nobody: no customer is more than 45 days past due, over 110 % of its limit or graded E, or it is on hold already or was dismissed.'}
  </p>
);
