import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { amount, money } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Customer } from './CustomerPage.js';
import { ReceiveDeposit, ReleaseDeposit } from './customer.graphql.js';

type Props = { customer: Customer; isBack: boolean; onClose: () => void };

/** A deposit that came in, or is given back. */
export function DepositDialog({ customer, isBack, onClose }: Props) {
  const { name, currency, depositHeld, depositToRelease, agreement } = customer;
  const say = useSay();
  const proposed = isBack
    ? (depositToRelease?.amount ?? depositHeld)
    : agreement && agreement.deposit.minor > 0
      ? agreement.deposit
      : null;
  const [text, setText] = useState(proposed && proposed.currency === currency ? amount(proposed.minor, currency) : '');
  const [reason, setReason] = useState('');
  const minor = parseAmount(text, currency);
  const isWrong = text.trim() !== '' && (minor === null || minor <= 0);
  const receive = useAct(ReceiveDeposit, ({ receiveDeposit: { depositHeld: held } }) => {
    say(`${held ? money(held) : 'Nothing'} is held of ${name}. To undo it, give it back.`);
    onClose();
  });
  const release = useAct(ReleaseDeposit, ({ releaseDeposit: { approval } }) => {
    if (approval) say('Asked. That is beyond what one person may; until another approves, the deposit stays held.');
    else say(`Given back to ${name}. To undo it, note the deposit again.`);
    onClose();
  });
  const act = isBack ? release : receive;
  return (
    <Confirm
      title={isBack ? `Give the deposit of ${name} back` : `Note a deposit of ${name}`}
      action={isBack ? 'Give the deposit back' : 'Note the deposit'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong || minor === null || reason.trim().length < 3}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: { customerId: customer.id, amountMinor: minor ?? 0, currency, reason: reason.trim() },
        })
      }
    >
      <p>
        {isBack
          ? `From then on it secures nothing; the money itself is paid out by your bank. ${depositHeld ? money(depositHeld) : 'Nothing'} is held.`
          : 'It is held apart from payments, and lowers what can be lost.'}
      </p>
      <TextInput
        data-autofocus
        label="Amount"
        inputMode="decimal"
        leftSection={<span className="small muted">{currency}</span>}
        leftSectionWidth={46}
        value={text}
        error={isWrong ? 'An amount, such as 12,500.00.' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        label={isBack ? 'Why' : 'The payment it came with'}
        description="Kept with it, and read by whoever has to approve."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
