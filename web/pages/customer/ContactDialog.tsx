import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Contact } from './Contacts.js';
import type { Customer } from './CustomerPage.js';
import { KeepContact } from './customer.graphql.js';

const said = (text: string) => text.trim() || null;

/** Adds whom we write to and call, or changes it. */
export function ContactDialog({
  customer,
  contact,
  onClose,
}: {
  customer: Customer;
  contact: Contact | null;
  onClose: () => void;
}) {
  const say = useSay();
  const [name, setName] = useState(contact?.name ?? '');
  const [role, setRole] = useState(contact?.role ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [postalAddress, setPostalAddress] = useState(contact?.postalAddress ?? '');
  const isReached = [email, phone, postalAddress].some((text) => said(text) !== null);
  const act = useAct(KeepContact, ({ keepContact }) => {
    say(contact ? `${keepContact.name} is changed.` : `${keepContact.name} is a contact of ${customer.name}.`);
    onClose();
  });
  return (
    <Confirm
      title={contact ? `Change ${contact.name}` : `Whom do we write to at ${customer.name}?`}
      action={contact ? 'Change the contact' : 'Add the contact'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={said(name) === null || !isReached}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: {
            ...{ customerId: customer.id, contactId: contact?.id ?? null, name, role: said(role) },
            ...{ email: said(email), phone: said(phone), postalAddress: said(postalAddress) },
          },
        })
      }
    >
      <p>
        Give at least one way to reach them: reminders go by e-mail, text message, letter or call, as the campaign says.
        An imported file that names the same contact writes over this.
      </p>
      <TextInput
        data-autofocus
        label="Name"
        description="A person or a desk."
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="What they do there"
        maxLength={200}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <TextInput
        label="E-mail"
        type="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label="Telephone"
        type="tel"
        maxLength={40}
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Textarea
        label="Postal address"
        description="In lines, as on an envelope."
        rows={3}
        maxLength={500}
        value={postalAddress}
        onChange={(event) => setPostalAddress(event.currentTarget.value)}
      />
    </Confirm>
  );
}
