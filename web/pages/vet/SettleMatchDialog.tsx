import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Company } from './Findings.js';
import { SettleSanctionMatch } from './vet.graphql.js';

type Props = { company: Company; entry: string; detail: string | null; onClose: () => void };

/** A person says whether a company is the one on a list of sanctions. */
export function SettleMatchDialog({ company, entry, detail, onClose }: Props) {
  const say = useSay();
  const [is, setIs] = useState<'' | 'same' | 'other'>('');
  const [reason, setReason] = useState('');
  const act = useAct(SettleSanctionMatch, () => {
    say('Settled. Press “Recommend” to ask again.');
    onClose();
  });
  return (
    <Confirm
      title={`Is ${company.companyName} “${entry}”?`}
      action="Keep what was found out"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={is === '' || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { ...company, entry, detail, isSame: is === 'same', reason: reason.trim() } })
      }
    >
      <p>
        Compare number, address and owners. If it is the same, nothing may be supplied, and it is declined from now on.
        To undo it, settle it again.
      </p>
      <NativeSelect
        data-autofocus
        label="What was found out"
        required
        data={[
          { value: '', label: 'Choose one' },
          { value: 'other', label: 'Another company of a like name' },
          { value: 'same', label: 'The same' },
        ]}
        value={is}
        onChange={(event) => setIs(event.currentTarget.value as typeof is)}
      />
      <Textarea
        label="How?"
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
