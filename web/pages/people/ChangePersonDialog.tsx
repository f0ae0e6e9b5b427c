import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import type { Role } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { ChangePerson } from './people.graphql.js';

export type PersonChange = { person: { id: string; name: string }; to: { role?: Role; isActive?: boolean } };

/** Gives somebody another role, or ends their access: what is kept of it says why. */
export function ChangePersonDialog({ change: { person, to }, onClose }: { change: PersonChange; onClose: () => void }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const act = useAct(ChangePerson, () => {
    say('Changed; it holds from their next click. Set it back to undo.');
    onClose();
  });
  const { title, action, sentence } = wordsOf(person.name, to);
  return (
    <Confirm
      title={title}
      action={action}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={reason.trim() === ''}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { personId: person.id, ...to, reason: reason.trim() } })}
    >
      <p>{sentence} It holds from their next click; set it back to undo.</p>
      <TextInput
        data-autofocus
        label="Why"
        description="Kept in the audit."
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}

function wordsOf(name: string, { role, isActive }: PersonChange['to']) {
  if (role)
    return {
      title: `Make ${name} ${roleText[role].title.toLowerCase()}?`,
      action: 'Give the role',
      sentence: `${roleText[role].does}`,
    };
  return isActive
    ? { title: `Let ${name} in again?`, action: 'Let in again', sentence: `${name} may sign in as before.` }
    : {
        title: `End the access of ${name}?`,
        action: 'End access',
        sentence: `${name} is signed out everywhere and may not sign in any more.`,
      };
}
