import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { day } from '../../format.js';
import { type ResultOf, useAct } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Confirm } from '../../ui/Confirm.js';
import { DayField } from '../../ui/DayField.js';
import { useSay } from '../../ui/Say.js';
import { ContractSigned, type ContractsQuery } from './contracts.graphql.js';

type Contract = ResultOf<typeof ContractsQuery>['customer']['contracts']['nodes'][number];
type Props = { contract: Contract; customer: { id: string; name: string } };

const files = { pdf: 'PDF', docx: 'Word file', txt: 'Text' } as const;

export function ContractRow({ contract, customer }: Props) {
  const [isSigning, setSigning] = useState(false);
  const { id, drawnUpOn, drawnUpBy, signedOn, signedToldBy, clauses } = contract;
  return (
    <article className="stack" aria-label={`Contract of ${day(drawnUpOn)}`}>
      <p>
        <b>{signedOn ? `Signed on ${day(signedOn)}` : 'Not signed yet'}</b>{' '}
        <span className="muted">
          drawn up on {day(drawnUpOn)} by {drawnUpBy}
          {signedToldBy && `, noted by ${signedToldBy}`}
        </span>
      </p>
      <p className="muted">{clauses.map(({ title }) => title).join(' · ')}</p>
      <p className="row">
        {Object.entries(files).map(([ending, name]) => (
          <a key={ending} href={`/contracts/${customer.id}/${id}/contract.${ending}`} download>
            {name}
          </a>
        ))}
        {!signedOn && (
          <Allowed to="contracts.draw-up">
            <Button variant="default" onClick={() => setSigning(true)}>
              It is signed
            </Button>
          </Allowed>
        )}
      </p>
      {isSigning && <SignedDialog contract={contract} customer={customer} onClose={() => setSigning(false)} />}
    </article>
  );
}

function SignedDialog({ contract, customer, onClose }: Props & { onClose: () => void }) {
  const say = useSay();
  const { today } = useBook();
  const [signedOn, setSignedOn] = useState(today);
  const act = useAct(ContractSigned, () => {
    say(`Noted. The contract with ${customer.name} counts from now on.`);
    onClose();
  });
  return (
    <Confirm
      title={`Is the contract with ${customer.name} signed?`}
      action="Note that it is signed"
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, contractId: contract.id, signedOn } })}
    >
      <p>
        From then on what may be done, such as stopping supply, is compared with its clauses. This cannot be undone; a
        later contract takes its place.
      </p>
      <DayField label="Day of the last signature" value={signedOn} max={today} onChange={setSignedOn} />
    </Confirm>
  );
}
