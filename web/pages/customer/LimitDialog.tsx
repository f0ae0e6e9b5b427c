import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { amount, money } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Customer } from './CustomerPage.js';
import { SetCreditLimit } from './customer.graphql.js';

export function LimitDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { creditLimit: before, name } = customer;
  const currency = before?.currency ?? customer.currency;
  const say = useSay();
  const [text, setText] = useState(before ? amount(before.minor, currency) : '');
  const [reason, setReason] = useState('');
  const minor = parseAmount(text, currency);
  const isEmpty = text.trim() === '';
  const isWrong = !isEmpty && (minor === null || minor < 0);
  const act = useAct(
    SetCreditLimit,
    ({
      setCreditLimit: {
        approval,
        customer: { creditLimit },
      },
    }) => {
      if (approval) {
        say(`Asked. That is beyond what one person may; until another approves, the limit of ${name} stays as it is.`);
        onClose();
        return;
      }
      const now = creditLimit ? `The limit of ${name} is ${money(creditLimit)}.` : `${name} has no limit.`;
      say(`${now} It was ${before ? money(before) : 'none'}; set it again to undo.`);
      onClose();
    },
  );
  return (
    <Confirm
      title={`Set the limit of ${name}`}
      action={isEmpty ? 'Take the limit away' : 'Set the limit'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong || (isEmpty && !before)}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: {
            customerId: customer.id,
            limitMinor: isEmpty ? null : minor,
            currency,
            reason: reason.trim() || null,
          },
        })
      }
    >
      <p>
        From now on “may we supply?” answers by this limit. It is {before ? money(before) : 'none'} today; set it back
        to undo.
      </p>
      {customer.score && (
        <p className="muted small">
          Grade {customer.score.grade}, {customer.score.points} points
          {customer.score.blend ? `: ${customer.score.blend.sentence}.` : '.'}
          {customer.score.isTooThin && ' Too little is known of it for a machine.'}
        </p>
      )}
      <TextInput
        data-autofocus
        label="Limit"
        description="The most it may owe. Leave it empty for no limit."
        inputMode="decimal"
        leftSection={<span className="small muted">{currency}</span>}
        leftSectionWidth={46}
        value={text}
        error={isWrong ? 'An amount, such as 12,500.00.' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label="Why"
        description="Read by whoever has to approve it, and later. Optional."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
