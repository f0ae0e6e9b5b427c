import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Contact } from './Contacts.js';
import type { Customer } from './CustomerPage.js';
import { WriteToContactAgain } from './customer.graphql.js';

/** A person knows that mail arrives, or is wanted, again. */
export function WriteAgainDialog({
  customer,
  contact,
  onClose,
}: {
  customer: Customer;
  contact: Contact;
  onClose: () => void;
}) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const act = useAct(WriteToContactAgain, () => {
    say(`${contact.name} is written to again.`);
    onClose();
  });
  return (
    <Confirm
      title={`Write to ${contact.name} again?`}
      action="Write to them again"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={reason.trim() === ''}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, contactId: contact.id, reason } })}
    >
      <p>
        {contact.mailState === 'COMPLAINED'
          ? `${contact.name} marked our mail as unwanted. Speak to them first: a second complaint harms all our mail.`
          : `Mail to ${contact.email} came back. If it does so once more, it stops again by itself.`}
      </p>
      <TextInput
        data-autofocus
        label="How do you know?"
        description="Kept in the audit."
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
