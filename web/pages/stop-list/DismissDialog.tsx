import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { addDays, useAsOf } from '../../as-of.js';
import { day } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { DismissHoldProposal } from './stop-list.graphql.js';

/** 30 days: what the server takes when nobody says a day. */
const usually = 30;

type Props = { customer: { id: string; name: string }; onClose: () => void };

export function DismissDialog({ customer, onClose }: Props) {
  const { asOf } = useAsOf();
  const say = useSay();
  const [untilDay, setUntilDay] = useState(addDays(asOf, usually));
  const [note, setNote] = useState('');
  const isTooEarly = untilDay <= asOf;
  const act = useAct(DismissHoldProposal, () => {
    say(`${customer.name} is off the stop list until ${day(untilDay)}. Its page still puts its orders on hold.`);
    onClose();
  });
  return (
    <Confirm
      title={`Dismiss the proposal for ${customer.name}?`}
      action="Dismiss the proposal"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isTooEarly}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, asOf, untilDay, note: note.trim() || null } })}
    >
      <p>
        {customer.name} is supplied as before and leaves this list. It comes back on the day below, or earlier when
        there is a new reason. To undo it, put its orders on hold from its own page.
      </p>
      <div>
        <DayField label="Until" value={untilDay} onChange={setUntilDay} />
        {isTooEarly && (
          <p role="alert" className="small">
            Choose a day after {day(asOf)}.
          </p>
        )}
      </div>
      <Textarea
        label="Note"
        description="Why, for whoever reads it later. Optional."
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
