import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { day, money } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { outcomeText } from '../../ui/words.js';
import { ClausesToAgree } from './ClausesToAgree.js';
import { ApprovedDecisionsQuery } from './contracts.graphql.js';

type Props = { customer: { id: string; name: string; country: string | null }; loading: ReactNode };

const approved = ['APPROVE', 'APPROVE_WITH_CONDITIONS'];

/** From a decision that was kept to a contract. */
export function NewContract({ customer, loading }: Props) {
  const asked = useAsk(ApprovedDecisionsQuery, { id: customer.id });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section className="stack" aria-labelledby="new-contract">
      <h2 id="new-contract">Draw up a contract</h2>
      <Faces
        of={asked}
        what="the decisions"
        skeleton={loading}
        isEmpty={(data) => !data.customer.decisions.nodes.some(({ outcome }) => approved.includes(outcome))}
        empty={
          <>
            No decision to supply {customer.name} was kept. <Go to="/vet">Vet it</Go> and keep the decision; its figures
            fill the clauses.
          </>
        }
      >
        {(data) => {
          const decisions = data.customer.decisions.nodes.filter(({ outcome }) => approved.includes(outcome));
          const decisionId = chosen ?? decisions[0]?.id ?? '';
          return (
            <div className="stack">
              <NativeSelect
                label="From the decision"
                maw={560}
                value={decisionId}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={decisions.map(({ id, outcome, decidedOn, offer, recommendation }) => {
                  const { paymentTerms, deposit } = offer ?? recommendation;
                  return {
                    value: id,
                    label: `${day(decidedOn)}: ${outcomeText[outcome].toLowerCase()}, ${paymentTerms}, deposit ${deposit.minor > 0 ? money(deposit) : 'none'}`,
                  };
                })}
              />
              <ClausesToAgree key={decisionId} customer={customer} decisionId={decisionId} loading={loading} />
            </div>
          );
        }}
      </Faces>
    </section>
  );
}
