import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { useMay } from '../../session/me.js';
import { Failed } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { useSay } from '../../ui/Say.js';
import { ApplicationBar, KeepAsApplication } from './ApplicationBar.js';
import { Applications } from './Applications.js';
import { AssumptionFields } from './AssumptionFields.js';
import { assumptionsOf } from './assumptions.js';
import { Decisions } from './Decisions.js';
import { type Draft, emptyDraft, inputOf, isOfDraft } from './draft.js';
import { RecommendationPanel } from './RecommendationPanel.js';
import { useDraft } from './use-draft.js';
import { useVetting } from './use-vetting.js';
import { useCustomerToVet } from './useCustomerToVet.js';
import { VetForm } from './VetForm.js';
import { BureauScalesQuery, type Vet } from './vet.graphql.js';

export type Recommendation = ResultOf<typeof Vet>['vet']['recommendation'];

export default function VetPage() {
  const { reportingCurrency } = useBook();
  const say = useSay();
  const may = useMay();
  const {
    draft,
    change,
    application,
    applicationId,
    asked: opened,
    ...form
  } = useDraft(reportingCurrency, may('decisions.vet'));
  const [assumed, setAssumed] = useState<Record<string, string>>({});
  const scales = useAsk(BureauScalesQuery, {}, { enabled: may('decisions.vet') });
  const customer = useCustomerToVet(change);
  const [asked, setAsked] = useState<Draft | null>(null);
  const { act, result, ...vetting } = useVetting(({ customer }) =>
    say(`The decision about ${customer.name} is kept, with everything it saw.`),
  );
  const assumptions = assumptionsOf(assumed);
  const send = (keep: boolean, about: Draft) => {
    setAsked(about);
    vetting.vet({
      ...inputOf(about, keep),
      applicationId: applicationId || null,
      assumptions: keep ? null : assumptions,
    });
  };
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
          {scales.error || opened.error ? (
            <Failed
              what="the form"
              error={scales.error ?? opened.error}
              retry={() => Promise.all([scales, opened].filter(({ error }) => error).map((one) => one.refetch()))}
              busy={scales.isFetching || opened.isFetching}
            />
          ) : (
            <div className="stack">
              {application ? (
                <ApplicationBar
                  application={application}
                  supplier={opened.data?.creditApplicationSupplier ?? ''}
                  kept={form.keptText}
                  onClose={form.close}
                />
              ) : (
                applicationId === '' && <KeepAsApplication draft={draft} />
              )}
              <VetForm
                key={applicationId}
                draft={draft}
                isApplication={application !== undefined}
                isWhatIf={assumptions.length > 0}
                scales={(scales.data?.bureauScales ?? []).filter(({ measures }) => measures === 'FAILURE')}
                isBusy={act.isPending}
                asked={asked}
                refusal={act.error}
                onChange={change}
                onAsk={() => send(false, draft)}
                onClear={() => {
                  change({ ...emptyDraft, companyName: applicationId === '' ? '' : draft.companyName });
                  setAssumed({});
                  setAsked(null);
                  vetting.forget();
                }}
              >
                <AssumptionFields assumed={assumed} onChange={setAssumed} />
              </VetForm>
            </div>
          )}
          <RecommendationPanel
            recommendation={result?.recommendation ?? null}
            decision={result?.decision ?? null}
            asking={result?.asking ?? []}
            error={act.error?.fields.length && act.error.fields.every(isOfDraft) ? null : act.error}
            isBusy={act.isPending}
            company={{
              companyName: (asked ?? draft).companyName.trim(),
              registrationNumber: (asked ?? draft).registrationNumber.trim() || null,
              country: (asked ?? draft).country || null,
            }}
            isStale={isStale}
            isWhatIf={assumptions.length > 0}
            onKeep={() => asked && send(true, asked)}
          />
        </div>
      )}
      {may('decisions.vet') && <Applications />}
      <Decisions />
    </div>
  );
}
