import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import {
  ApprovePromotion,
  AskForPromotion,
  type ModelRow,
  RefusePromotion,
  WithdrawPromotion,
} from './model.graphql.js';
import { capital, nameOf } from './model-summary.js';

export type Act = 'ask' | 'approve' | 'refuse' | 'withdraw';

const words = {
  ask: {
    title: 'Ask to put this model in force?',
    action: 'Ask another person',
    after: 'Nothing changes until another person approves. You can take it back.',
    label: 'Why',
    said: 'Asked. Another person has to approve.',
  },
  approve: {
    title: 'Put this model in force?',
    action: 'Put it in force',
    after:
      'From now on it says when each open invoice is likely paid; the model in force until now is retired. To undo it, train another and have it approved.',
    label: 'Note',
    said: 'It is in force. Open invoices are told anew in a moment.',
  },
  refuse: {
    title: 'Refuse to put this model in force?',
    action: 'Refuse',
    after: 'The model in force stays. Whoever asked reads your note, and may ask again.',
    label: 'Note',
    said: 'Refused; the model in force stays.',
  },
  withdraw: {
    title: 'Take this back?',
    action: 'Take it back',
    after: 'The model in force stays. You can ask again.',
    label: 'Note',
    said: 'Taken back; the model in force stays.',
  },
} as const;

const ofScorecard = {
  after:
    'From now on every customer is scored by it; the scorecard in force until now is retired. Scores made before keep the card they name.',
  said: 'It is in force. The book is scored anew in a moment.',
} as const;

export function PromotionDialog({ act, row, onClose }: { act: Act; row: ModelRow; onClose: () => void }) {
  const say = useSay();
  const [text, setText] = useState('');
  const { title, action, label } = words[act];
  const { after, said } = act === 'approve' && row.kind === 'DEFAULT' ? ofScorecard : words[act];
  const done = () => {
    say(said);
    onClose();
  };
  const ask = useAct(AskForPromotion, done);
  const decisions = {
    approve: useAct(ApprovePromotion, done),
    refuse: useAct(RefusePromotion, done),
    withdraw: useAct(WithdrawPromotion, done),
  };
  const { isPending, error } = act === 'ask' ? ask : decisions[act];
  const isNeeded = act === 'ask' || act === 'refuse';
  const confirm = () => {
    if (act === 'ask') ask.mutate({ input: { modelId: row.id, reason: text.trim() } });
    else decisions[act].mutate({ input: { promotionId: row.promotion?.id ?? '', note: text.trim() || null } });
  };
  return (
    <Confirm
      title={title}
      action={action}
      isBusy={isPending}
      error={error}
      isBlocked={isNeeded && text.trim().length < 3}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        <b>{capital(nameOf(row))}</b>, checksum {row.checksum.slice(0, 12)}…
      </p>
      {act !== 'ask' && row.promotion && <p>“{row.promotion.reason}”</p>}
      <p>{after}</p>
      <Textarea
        label={label}
        description={isNeeded ? 'Kept with it, and in the audit.' : 'For whoever reads it later. Optional.'}
        required={isNeeded}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Confirm>
  );
}
