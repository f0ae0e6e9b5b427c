import { useState } from 'react';
import { useAddress, usePaging, useSort } from '../../address.js';
import { isDay } from '../../as-of.js';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { FilterChip, Toggle } from '../../ui/Chips.js';
import { Go } from '../../ui/Go.js';
import lists from '../../ui/lists.module.css';
import { PagedTable } from '../../ui/PagedTable.js';
import { SearchField } from '../../ui/SearchField.js';
import { deliveryText } from '../../ui/words.js';
import type { DeliveryState } from './DeliveryMark.js';
import { type DeliveryRow, deliveryColumns, deliverySorts } from './delivery-columns.js';
import { MessageDialog } from './MessageDialog.js';
import { DeliveriesQuery } from './reminders.graphql.js';
import { SettleDialog } from './SettleDialog.js';

const size = 25;
const states = Object.keys(deliveryText) as DeliveryState[];
const isMoving = ({ state }: DeliveryRow) => state === 'QUEUED' || state === 'SENDING';

export function SentTab() {
  const { get, set } = useAddress();
  const paging = usePaging();
  const sort = useSort(deliverySorts, 'PLANNED_FOR', 'DESC');
  const [read, setRead] = useState<DeliveryRow | null>(null);
  const [settle, setSettle] = useState<{ delivery: DeliveryRow; wasSent: boolean } | null>(null);
  const state = states.find((one) => one === get('state')) ?? null;
  const plannedFor = isDay(get('day')) ? get('day') : null;
  const search = get('search');
  const asked = useAsk(
    DeliveriesQuery,
    {
      first: size,
      after: paging.after,
      sort: sort.by,
      direction: sort.direction,
      filter: { state, plannedFor, search: search || null },
    },
    { every: (data) => (data?.deliveries.nodes.some(isMoving) ? 2000 : false) },
  );
  return (
    <div className="stack">
      <div className={lists.filters}>
        <SearchField label="Address or subject" value={search} onChange={(text) => set({ search: text })} />
        <span className={lists.group}>
          {states.map((one) => (
            <Toggle key={one} on={one === state} onChange={(on) => set({ state: on ? one : null })}>
              {deliveryText[one]}
            </Toggle>
          ))}
        </span>
        {plannedFor && <FilterChip onRemove={() => set({ day: null })}>{`Planned for ${day(plannedFor)}`}</FilterChip>}
      </div>
      <PagedTable
        of={asked}
        page={({ deliveries }) => deliveries}
        what="the messages"
        lines={12}
        lineHeight={52}
        empty={<NothingSent isFiltered={Boolean(state || plannedFor || search)} />}
        label="Messages sent"
        columns={deliveryColumns({
          read: setRead,
          settle: (delivery, wasSent) => setSettle({ delivery, wasSent }),
        })}
        keyOf={(row) => `${row.customer.id} ${row.id}`}
        sort={sort}
        paging={paging}
        size={size}
        one="message"
        many="messages"
      />
      {read && <MessageDialog message={read} onClose={() => setRead(null)} />}
      {settle && <SettleDialog {...settle} onClose={() => setSettle(null)} />}
    </div>
  );
}

function NothingSent({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <p>No message is like that. Take a filter away to see the rest.</p>;
  return (
    <p>
      Nothing was sent yet. <Go to="/reminders">The plan</Go> shows what would go out today, word for word.
    </p>
  );
}
