import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day, days as inDays } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { keptText } from '../../ui/words.js';
import type { Retention } from './RetentionTimes.js';
import { SetRetention } from './retention.graphql.js';

/** A hundred years, the most the server takes. */
const most = 36_500;

export function RetentionDialog({ retention, onClose }: { retention: Retention; onClose: () => void }) {
  const { today } = useBook();
  const say = useSay();
  const [text, setText] = useState(String(retention.days));
  const [reason, setReason] = useState('');
  const [validOn, setValidOn] = useState(today);
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  const isWrong = days < 1 || days > most;
  const act = useAct(SetRetention, ({ setRetention: set }) => {
    say(`Kept for ${inDays(set.days)} from ${day(set.validOn)} on; it was ${inDays(retention.days)}.`);
    onClose();
  });
  return (
    <Confirm
      title="Change how long it is kept"
      action="Set the time"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { what: retention.what, days, reason: reason.trim(), validOn } })}
    >
      <p>
        {keptText[retention.what]}: {inDays(retention.days)} now. With a shorter time, what is older goes in the next
        night and does not come back; a longer one keeps only what is still there.
      </p>
      <TextInput
        data-autofocus
        label="Days"
        inputMode="numeric"
        required
        value={text}
        error={isWrong ? 'A number of days from 1 to 36,500.' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayField label="from" value={validOn} onChange={setValidOn} />
      <TextInput
        label="Why so long"
        description="The law or the need it stands on; shown beside the time."
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
