import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAsOf } from '../as-of.js';
import { useAct, useAsk } from '../graphql.js';
import { Confirm } from './Confirm.js';
import { MayStopSupply, PutOnHold, Release } from './hold.graphql.js';
import { Notice } from './Notice.js';
import { useSay } from './Say.js';

type Props = { customer: { id: string; name: string }; onClose: () => void };

/** Where a rule proposed it, its reasons are kept with the hold; by hand, the note is the only one. */
export function HoldDialog({ customer, isProposed = false, onClose }: Props & { isProposed?: boolean }) {
  const { asOf } = useAsOf();
  const say = useSay();
  const [note, setNote] = useState('');
  const cover = useAsk(MayStopSupply, { customerId: customer.id }).data?.customer.contractCover;
  const act = useAct(PutOnHold, () => {
    say(`Orders of ${customer.name} are on hold. Release the hold to undo.`);
    onClose();
  });
  return (
    <Confirm
      title={`Put orders of ${customer.name} on hold?`}
      action="Put orders on hold"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={!isProposed && note.trim() === ''}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, note: note.trim() || null, asOf } })}
    >
      <p>
        Whoever asks “may we supply?” hears <b>no</b> for {customer.name}, from now on. Nothing is sent to the customer.
        To undo it, release the hold here or on the stop list; both are kept with your note.
      </p>
      {cover && (
        <Notice tone={cover.isCovered ? 'plain' : 'warn'}>
          <span>{cover.sentence}</span>
        </Notice>
      )}
      <Textarea
        label={isProposed ? 'Note' : 'Why is it held?'}
        description={
          isProposed
            ? 'Kept with the reasons of the rules. Optional.'
            : 'Read by whoever releases it, and kept with the hold.'
        }
        required={!isProposed}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}

export function ReleaseDialog({ customer, onClose }: Props) {
  const say = useSay();
  const [note, setNote] = useState('');
  const act = useAct(Release, ({ releaseHold: { approval } }) => {
    say(
      approval
        ? `Asked. Another person has to approve it; until then ${customer.name} stays on hold.`
        : `${customer.name} may be supplied again. Put orders on hold to undo.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={`Release the hold on ${customer.name}?`}
      action="Ask to release the hold"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={note.trim() === ''}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, note: note.trim() } })}
    >
      <p>
        Once another person approves, {customer.name} may be supplied again within its limit. To undo it then, put its
        orders on hold again.
      </p>
      <Textarea
        label="Why is it released?"
        description="Read by whoever approves it, and kept with the release."
        required
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
