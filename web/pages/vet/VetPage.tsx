import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { useMay } from '../../session/me.js';
import { Failed } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { useSay } from '../../ui/Say.js';
import { Decisions } from './Decisions.js';
import { type Draft, emptyDraft, inputOf } from './draft.js';
import { RecommendationPanel } from './RecommendationPanel.js';
import { useCustomerToVet } from './useCustomerToVet.js';
import { VetForm } from './VetForm.js';
import { BureauScalesQuery, Vet } from './vet.graphql.js';

export type Recommendation = ResultOf<typeof Vet>['vet']['recommendation'];

export default function VetPage() {
  const { reportingCurrency } = useBook();
  const say = useSay();
  const may = useMay();
  const [kept, setDraft] = useLocalStorage<Draft>({ key: 'vet-draft', defaultValue: emptyDraft });
  const draft = { ...emptyDraft, ...kept, currency: kept.currency || reportingCurrency };
  const scales = useAsk(BureauScalesQuery, {}, { enabled: may('decisions.vet') });
  const customer = useCustomerToVet(setDraft);
  const [asked, setAsked] = useState<Draft | null>(null);
  const act = useAct(Vet, ({ vet }) => {
    if (!vet.decision) return;
    say(`The decision about ${vet.decision.customer.name} is kept, with everything it saw.`);
  });
  const send = (keep: boolean, about: Draft) => {
    setAsked(about);
    act.mutate({ input: inputOf(about, keep) });
  };
  const result = act.data?.vet;
  const isStale = asked !== null && JSON.stringify(asked) !== JSON.stringify(draft);
  return (
    <div className="page">
      <div className="stack">
        <h1>Vet a new customer before signing</h1>
        {customer.error && (
          <Failed what="the customer" error={customer.error} retry={customer.refetch} busy={customer.isFetching} />
        )}
        {draft.customerId !== '' && (
          <Notice>
            <span>
              {draft.companyName} is a customer: what it paid counts beside the credit check that is kept of it.
            </span>
          </Notice>
        )}
        <p className="muted">Six answers are enough. Every further one makes the recommendation firmer.</p>
      </div>
      {may('decisions.vet') && (
        <div className="columns">
          {scales.error ? (
            <Failed what="the form" error={scales.error} retry={scales.refetch} busy={scales.isFetching} />
          ) : (
            <VetForm
              draft={draft}
              scales={(scales.data?.bureauScales ?? []).filter(({ measures }) => measures === 'FAILURE')}
              isBusy={act.isPending}
              onChange={setDraft}
              onAsk={() => send(false, draft)}
              onClear={() => {
                setDraft(emptyDraft);
                setAsked(null);
                act.reset();
              }}
            />
          )}
          <RecommendationPanel
            recommendation={result?.recommendation ?? null}
            decision={result?.decision ?? null}
            error={act.error}
            isBusy={act.isPending}
            isStale={isStale}
            onKeep={() => asked && send(true, asked)}
          />
        </div>
      )}
      <Decisions />
    </div>
  );
}
