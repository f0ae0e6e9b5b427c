import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct, useAsk } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { OwnersQuery, SetOwner } from '../../ui/owners.graphql.js';
import { useSay } from '../../ui/Say.js';
import type { Customer } from './CustomerPage.js';

/** Says which sales person sees and looks after the customer. */
export function OwnerDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { owner: before, name, id: customerId } = customer;
  const say = useSay();
  const asked = useAsk(OwnersQuery, {});
  const [chosen, setChosen] = useState(before?.id ?? '');
  const [reason, setReason] = useState('');
  const act = useAct(SetOwner, ({ setOwner: { owner } }) => {
    const was = before ? `It was ${before.name}` : 'Nobody did before';
    say(
      owner
        ? `${owner.name} owns ${name}. ${was}; set it again to undo.`
        : `Nobody owns ${name}. ${was}; set it again to undo.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={`Who owns ${name}?`}
      action="Set the owner"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={chosen === (before?.id ?? '')}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId, personId: chosen || null, reason: reason.trim() || null } })}
    >
      <p>
        A sales person sees the customers they own and no others:{' '}
        {before ? `${before.name} sees` : 'nobody in sales sees'} this one now. Everybody else sees it as before.
      </p>
      <Faces of={asked} what="the sales people" skeleton={<Lines count={1} />}>
        {({ owners }) => (
          <NativeSelect
            data-autofocus
            label="Owner"
            description={owners.nodes.length === 0 ? 'Nobody has the role of sales yet.' : undefined}
            data={choicesOf(owners.nodes, before)}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
      </Faces>
      <TextInput
        label="Why"
        description="Kept in the audit."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}

type Person = { id: string; name: string };

/** Whoever owns it now is among them, also when they have left sales. */
function choicesOf(people: readonly Person[], before: Person | null) {
  const left = before && !people.some(({ id }) => id === before.id) ? [before] : [];
  return [{ value: '', label: 'Nobody' }, ...[...left, ...people].map(({ id, name }) => ({ value: id, label: name }))];
}
