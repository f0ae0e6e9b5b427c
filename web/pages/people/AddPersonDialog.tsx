import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import type { Role } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { Confirm } from '../../ui/Confirm.js';
import { AddPerson } from './people.graphql.js';

type Props = { mailsLinks: boolean; onAdded: (link: string | null) => void; onClose: () => void };

export function AddPersonDialog({ mailsLinks, onAdded, onClose }: Props) {
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('SALES');
  const act = useAct(AddPerson, ({ addPerson }) => {
    onAdded(addPerson.link);
    onClose();
  });
  return (
    <Confirm
      title="Add a person"
      action="Add the person"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={name.trim() === '' || !email.includes('@')}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { email: email.trim(), name: name.trim(), role } })}
    >
      <TextInput
        data-autofocus
        label="Name"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail address"
        description="They sign in with it."
        type="email"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        label="Role"
        description={roleText[role].does}
        data={Object.entries(roleText).map(([value, { title }]) => ({ value, label: title }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
      <p className="muted small">
        {mailsLinks
          ? 'They are mailed a link, which you do not see. There they set their own password; nobody else ever knows it.'
          : 'You get a link to hand over, where they set their own password. As you have seen it, they do not approve for you, nor for others whose link you saw.'}
      </p>
    </Confirm>
  );
}
