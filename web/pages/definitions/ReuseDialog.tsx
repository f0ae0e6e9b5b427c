import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { days as inDays } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { type Reuse, SetReuse } from './definitions.graphql.js';

/** Ten years, the most the server takes. */
const most = 3650;

export function ReuseDialog({ reuse, onClose }: { reuse: Reuse; onClose: () => void }) {
  const say = useSay();
  const [text, setText] = useState(String(reuse.reuseDays));
  const [isAsked, setAsked] = useState(reuse.isAskedOnVetting);
  const [reason, setReason] = useState('');
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
  const isWrong = days < 0 || days > most;
  const act = useAct(SetReuse, () => {
    say(
      `A report of ${reuse.title} is used again below ${inDays(days)}; it was ${inDays(reuse.reuseDays)}. On vetting it is asked by ${isAsked ? 'itself' : 'hand'}.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={`How long a report of ${reuse.title} is used again, and whether it is asked by itself`}
      action="Set both"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { provider: reuse.provider, days, isAskedOnVetting: isAsked, reason: reason.trim() } })
      }
    >
      <p>From today on; {inDays(reuse.reuseDays)} now. Set it back to undo. What was asked for stays.</p>
      <TextInput
        data-autofocus
        label="Days"
        description="0: a report is asked for anew each time, which may cost money."
        inputMode="numeric"
        required
        value={text}
        error={isWrong ? 'A number of days from 0 to 3,650.' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label="Ask it by itself when a company is vetted"
        description={
          reuse.isPaid
            ? 'By its number in the register, unless a report is young. Each report is paid for.'
            : 'By its number in the register, unless a report is young. That is free.'
        }
        checked={isAsked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
      <TextInput label="Why so" required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  );
}
