import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { amount } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { groundText, outcomeText } from '../../ui/words.js';
import { OverrideDecline } from './vet.graphql.js';

type Amount = { minor: number; currency: string };
type Props = {
  decision: {
    id: string;
    outcome: string;
    customer: { id: string; name: string };
    recommendation: { termsDays: number; limit: Amount; deposit: Amount };
  };
  onClose: () => void;
};

const outcomes = ['APPROVE_WITH_CONDITIONS', 'APPROVE', 'DECLINE'] as const;
const grounds = Object.keys(groundText) as (keyof typeof groundText)[];

const isAmount = (minor: number | null) => minor !== null && minor >= 0;

export function OverrideDialog({ decision: { id, outcome: was, customer, recommendation: of }, onClose }: Props) {
  const { currency } = of.limit;
  const isDecline = was === 'DECLINE';
  const say = useSay();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(outcomes[0]);
  const [ground, setGround] = useState<keyof typeof groundText | ''>('');
  const [reason, setReason] = useState('');
  const [limit, setLimit] = useState(amount(of.limit.minor, currency));
  const [deposit, setDeposit] = useState(amount(of.deposit.minor, currency));
  const [terms, setTerms] = useState(String(of.termsDays));
  const offer = {
    limitMinor: parseAmount(limit, currency),
    depositMinor: parseAmount(deposit, currency),
    termsDays: /^\d{1,3}$/.test(terms.trim()) ? Number(terms) : null,
  };
  const isOffered = outcome !== 'DECLINE';
  const isWrong = { limit: !isAmount(offer.limitMinor), deposit: !isAmount(offer.depositMinor) };
  const lacksLimit = offer.limitMinor === 0 && (offer.termsDays ?? 0) > 0;
  const isWrongOffer = isWrong.limit || isWrong.deposit || offer.termsDays === null || lacksLimit;
  const act = useAct(OverrideDecline, ({ overrideDecline: { approval } }) => {
    say(
      approval
        ? `Asked. Until another person approves it, ${customer.name} stays ${isDecline ? 'declined' : 'referred'}.`
        : `Decided. Vet ${customer.name} anew to decide again.`,
    );
    onClose();
  });
  return (
    <Confirm
      title={isDecline ? `Override the decline of ${customer.name}?` : `Decide about ${customer.name}?`}
      action={isDecline ? 'Ask to override it' : outcome === 'DECLINE' ? 'Decline it' : 'Ask to approve it'}
      isBusy={act.isPending}
      error={act.error}
      isBlocked={ground === '' || reason.trim().length < 3 || (isOffered && isWrongOffer)}
      onClose={onClose}
      onConfirm={() =>
        ground !== '' &&
        act.mutate({
          input: {
            ...{ customerId: customer.id, decisionId: id, outcome, ground, reason: reason.trim() },
            ...(isOffered ? offer : {}),
          },
        })
      }
    >
      <p>
        {outcome === 'DECLINE' ? 'At once' : 'Once another person approves'}, the decision says what you choose here.
        What was recommended stays beside it, with both names. To undo it then, vet {customer.name} anew.
      </p>
      <NativeSelect
        label="Decide instead"
        data={outcomes
          .filter((value) => !isDecline || value !== 'DECLINE')
          .map((value) => ({ value, label: outcomeText[value] }))}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as typeof outcome)}
      />
      {isOffered && (
        <>
          <TextInput
            label={`Limit, ${currency}`}
            description="How much may be open on credit: 0 for payment before supply."
            inputMode="decimal"
            error={isWrong.limit && 'An amount such as 1,500.00, or 0.'}
            value={limit}
            onChange={(event) => setLimit(event.currentTarget.value)}
          />
          <TextInput
            label="Days to pay"
            inputMode="numeric"
            error={
              offer.termsDays === null
                ? 'A whole number of days.'
                : lacksLimit && 'Without a limit there are no days to pay in: give a limit, or 0 days.'
            }
            value={terms}
            onChange={(event) => setTerms(event.currentTarget.value)}
          />
          <TextInput
            label={`Deposit, ${currency}`}
            inputMode="decimal"
            error={isWrong.deposit && 'An amount such as 1,500.00, or 0.'}
            value={deposit}
            onChange={(event) => setDeposit(event.currentTarget.value)}
          />
        </>
      )}
      <NativeSelect
        data-autofocus
        label="Ground"
        required
        data={[{ value: '', label: 'Choose one' }, ...grounds.map((value) => ({ value, label: groundText[value] }))]}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value as typeof ground)}
      />
      <Textarea
        label="Why?"
        description="Read by whoever approves it, and kept with the decision."
        required
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
