import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { money } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { WriteOffInvoice } from './customer.graphql.js';

type Props = {
  customerId: string;
  invoice: { id: string; number: string; open: { minor: number; currency: string } };
  onClose: () => void;
};

export function WriteOffDialog({ customerId, invoice, onClose }: Props) {
  const { id, number, open } = invoice;
  const say = useSay();
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  const act = useAct(WriteOffInvoice, ({ writeOffInvoice: { approval } }) => {
    say(
      approval
        ? `Asked. Until another person approves it, invoice ${number} stays open.`
        : `Invoice ${number} is written off. Write it off in your accounting system as well.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={`Write off invoice ${number}?`}
      action="Ask to write it off"
      isDangerous
      isBusy={act.isPending}
      error={act.error}
      isBlocked={reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId, invoiceId: id, on: on || null, reason: reason.trim() } })}
    >
      <p>
        {money(open)}, all that is open of it, is given up as lost once another person approves. It is not undone here:
        whoever pays later is booked in the accounting system. Nothing is sent to the customer.
      </p>
      <Textarea
        data-autofocus
        label="Why is it given up?"
        description="Read by whoever approves it, and kept with the write-off."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label="Day"
        description="The day it is dated; today when left empty."
        type="date"
        className="narrow"
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </Confirm>
  );
}
