import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Approval, Decision } from './approval-columns.js';
import { Approve, RefuseApproval, WithdrawApproval } from './approvals.graphql.js';

const words = {
  approve: {
    title: 'Approve this?',
    action: 'Approve and do it',
    after: 'It is done at once, in your name.',
    said: 'Approved and done.',
  },
  refuse: {
    title: 'Refuse this?',
    action: 'Refuse',
    after: 'Nothing is done. Whoever asked reads your note, and may ask again.',
    said: 'Refused; nothing was done.',
  },
  withdraw: {
    title: 'Take this back?',
    action: 'Take it back',
    after: 'Nothing is done. You can ask again.',
    said: 'Taken back; nothing was done.',
  },
} as const;

type Props = { decision: Decision; approval: Approval; onClose: () => void };

export function DecideDialog({ decision, approval, onClose }: Props) {
  const say = useSay();
  const [note, setNote] = useState('');
  const { title, action, after, said } = words[decision];
  const done = () => {
    say(said);
    onClose();
  };
  const acts = {
    approve: useAct(Approve, done),
    refuse: useAct(RefuseApproval, done),
    withdraw: useAct(WithdrawApproval, done),
  };
  const act = acts[decision];
  return (
    <Confirm
      title={title}
      action={action}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={decision === 'refuse' && note.trim() === ''}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { approvalId: approval.id, note: note.trim() || null } })}
    >
      <p>
        <b>{approval.summary}</b>
      </p>
      {approval.reason && <p>“{approval.reason}”</p>}
      <p>{after}</p>
      <Textarea
        label="Note"
        description={decision === 'refuse' ? 'Why, for whoever asked.' : 'For whoever reads it later. Optional.'}
        required={decision === 'refuse'}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
