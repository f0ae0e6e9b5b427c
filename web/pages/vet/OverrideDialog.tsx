import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { groundText, outcomeText } from '../../ui/words.js';
import { OverrideDecline } from './vet.graphql.js';

type Props = {
  decision: { id: string; outcome: string; customer: { id: string; name: string } };
  onClose: () => void;
};

const outcomes = ['APPROVE_WITH_CONDITIONS', 'APPROVE', 'DECLINE'] as const;
const grounds = Object.keys(groundText) as (keyof typeof groundText)[];

export function OverrideDialog({ decision: { id, outcome: was, customer }, onClose }: Props) {
  const isDecline = was === 'DECLINE';
  const say = useSay();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(outcomes[0]);
  const [ground, setGround] = useState<keyof typeof groundText | ''>('');
  const [reason, setReason] = useState('');
  const act = useAct(OverrideDecline, ({ overrideDecline: { approval } }) => {
    say(
      approval
        ? `Asked. Until another person approves it, ${customer.name} stays ${isDecline ? 'declined' : 'referred'}.`
        : `Decided. Vet ${customer.name} anew to decide again.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={isDecline ? `Override the decline of ${customer.name}?` : `Decide about ${customer.name}?`}
      action={isDecline ? 'Ask to override it' : outcome === 'DECLINE' ? 'Decline it' : 'Ask to approve it'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={ground === '' || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        ground !== '' &&
        act.mutate({
          input: { customerId: customer.id, decisionId: id, outcome, ground, reason: reason.trim() },
        })
      }
    >
      <p>
        {outcome === 'DECLINE' ? 'At once' : 'Once another person approves'}, the decision says what you choose here.
        What was recommended stays beside it, with both names. To undo it then, vet {customer.name} anew.
      </p>
      <NativeSelect
        label="Decide instead"
        data={outcomes
          .filter((value) => !isDecline || value !== 'DECLINE')
          .map((value) => ({ value, label: outcomeText[value] }))}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as typeof outcome)}
      />
      <NativeSelect
        data-autofocus
        label="Ground"
        required
        data={[{ value: '', label: 'Choose one' }, ...grounds.map((value) => ({ value, label: groundText[value] }))]}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value as typeof ground)}
      />
      <Textarea
        label="Why?"
        description="Read by whoever approves it, and kept with the decision."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
