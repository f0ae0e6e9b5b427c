import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { SetDispute } from './customer.graphql.js';

type Props = {
  customerId: string;
  invoice: { id: string; number: string; isDisputed: boolean };
  onClose: () => void;
};

export function DisputeDialog({ customerId, invoice, onClose }: Props) {
  const { id, number, isDisputed } = invoice;
  const say = useSay();
  const [reason, setReason] = useState('');
  const act = useAct(SetDispute, () => {
    say(
      isDisputed ? `The dispute about ${number} is settled.` : `Invoice ${number} is contested: nobody reminds of it.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={isDisputed ? `Is the dispute about ${number} settled?` : `Does the customer contest ${number}?`}
      action={isDisputed ? 'Settle the dispute' : 'Open a dispute'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { customerId, invoiceId: id, isDisputed: !isDisputed, reason: reason.trim() } })
      }
    >
      <p>
        {isDisputed
          ? 'Reminders go out again, and what is overdue of it counts again for holds and defaults.'
          : 'Until it is settled nobody reminds of it, and it counts for no hold and no default. It stays in the balance.'}
      </p>
      <Textarea
        data-autofocus
        label={isDisputed ? 'How was it settled?' : 'What is contested?'}
        description="Kept in the audit."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
