import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { money } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { offerText } from '../../ui/words.js';
import { TellOfferOutcome } from './vet.graphql.js';

type Amount = { minor: number; currency: string };
type Offer = { paymentTerms: string; limit: Amount; deposit: Amount };
type Props = {
  decision: {
    id: string;
    customer: { id: string; name: string };
    recommendation: Offer;
    offer?: Offer | null;
  };
  onClose: () => void;
};
type Result = keyof typeof offerText;

/** What became of an offer; whoever takes it becomes a customer. */
export function OfferDialog({ decision: { id, customer, recommendation, offer }, onClose }: Props) {
  const of = offer ?? recommendation;
  const say = useSay();
  const [result, setResult] = useState<Result>('ACCEPTED');
  const [note, setNote] = useState('');
  const act = useAct(TellOfferOutcome, ({ tellOfferOutcome: { approval } }) => {
    if (approval) say(`Asked. Once another person approves, ${customer.name} is a customer.`);
    else if (result === 'ACCEPTED')
      say(`${customer.name} is a customer now. The work list has the deposit to invoice.`);
    else say('Kept.');
    onClose();
  });
  return (
    <Confirm
      title={`What became of the offer to ${customer.name}?`}
      action={result === 'ACCEPTED' ? 'Take it on as a customer' : 'Keep what became of it'}
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { customerId: customer.id, decisionId: id, result, note: note.trim() || null } })
      }
    >
      <NativeSelect
        data-autofocus
        label="It was"
        data={(Object.keys(offerText) as Result[]).map((value) => ({ value, label: offerText[value].toLowerCase() }))}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value as Result)}
      />
      {result === 'ACCEPTED' && (
        <p>
          {customer.name} becomes a customer with a limit of {money(of.limit)}, {of.paymentTerms},{' '}
          {of.deposit.minor > 0 ? `a deposit of ${money(of.deposit)} to be invoiced` : 'no deposit'}. Above your
          authority another person has to approve. To undo it, set its limit to nothing.
        </p>
      )}
      <Textarea
        label="What was said"
        description="Kept, so that we learn which offers are taken."
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Confirm>
  );
}
