import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { PauseReminders } from '../../ui/pauses.graphql.js';
import { useSay } from '../../ui/Say.js';
import { type PauseReason, pauseText } from '../../ui/words.js';
import type { Customer } from './CustomerPage.js';

/** Why a person lets reminders rest: the program finds out by itself what came back. */
const reasons = (Object.keys(pauseText) as PauseReason[]).filter((reason) => reason !== 'BOUNCED');

export function RestDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { today } = useBook();
  const say = useSay();
  const [reason, setReason] = useState<PauseReason>('PROMISE');
  const [untilOn, setUntilOn] = useState('');
  const [note, setNote] = useState('');
  const act = useAct(PauseReminders, ({ pauseReminders: { untilOn: until } }) => {
    say(`Reminders of ${customer.name} rest${until ? ` until ${day(until)}` : ''}. Let them go on to undo.`);
    onClose();
  });
  return (
    <Confirm
      title={`Let reminders of ${customer.name} rest?`}
      action="Let reminders rest"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={untilOn !== '' && untilOn < today}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: { customerId: customer.id, reason, untilOn: untilOn || null, note: note.trim() || null },
        })
      }
    >
      <p>
        Nobody is reminded of any invoice of {customer.name} from today on, messages that wait to be sent among them.
        Afterwards reminders go on with the next step; what was missed is not made up for.
      </p>
      <NativeSelect
        data-autofocus
        label="Why"
        data={reasons.map((value) => ({ value, label: pauseText[value] }))}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as PauseReason)}
      />
      <TextInput
        label="Last day"
        description="Leave it empty: until somebody lets them go on."
        type="date"
        min={today}
        value={untilOn}
        onChange={(event) => setUntilOn(event.currentTarget.value)}
      />
      <TextInput
        label="Note"
        description="Read by whoever lets them go on, and kept in the audit."
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
