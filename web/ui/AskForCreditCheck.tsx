import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ResultOf, useAct, useAsk, type VariablesOf } from '../graphql.js';
import { ProvidersQuery, RequestCreditCheck } from './credit-check.graphql.js';
import classes from './credit-check.module.css';
import { Failed } from './Faces.js';
import { Notice } from './Notice.js';
import { Refused } from './Refused.js';

type Input = VariablesOf<typeof RequestCreditCheck>['input'];
export type CreditCheckAnswer = ResultOf<typeof RequestCreditCheck>['requestCreditCheck'];
type Props = {
  about: Pick<Input, 'customerId' | 'prospect'>;
  /** What is still missing before anybody can be asked. */
  missing?: string;
  onAnswer?: (answer: CreditCheckAnswer) => void;
};

/** Asks a provider, and says what became of it. */
export function AskForCreditCheck({ about, missing, onAnswer }: Props) {
  const providers = useAsk(ProvidersQuery, {});
  const [chosen, setChosen] = useState('');
  const [reference, setReference] = useState('');
  const act = useAct(RequestCreditCheck, ({ requestCreditCheck }) => onAnswer?.(requestCreditCheck));
  if (providers.error)
    return (
      <Failed what="the providers" error={providers.error} retry={providers.refetch} busy={providers.isFetching} />
    );
  const offered = providers.data?.creditCheckProviders ?? [];
  const ready = offered.filter(({ isConfigured }) => isConfigured);
  if (offered.length > 0 && ready.length === 0)
    return (
      <Notice>
        <span>No provider of credit checks is set up: type a report in. Whoever runs Goodstanding sets one up.</span>
      </Notice>
    );
  const provider = ready.find((each) => each.provider === chosen) ?? ready[0];
  const ask = (anew: boolean) =>
    provider &&
    act.mutate({ input: { ...about, provider: provider.provider, reference: reference.trim() || null, anew } });
  const answer = act.data?.requestCreditCheck;
  return (
    <div className="stack">
      <div className={classes.ask}>
        <NativeSelect
          label="Whom to ask"
          data={ready.map(({ provider: value, title: label }) => ({ value, label }))}
          value={provider?.provider ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label="Its key of the company"
          description="Such as a D-U-N-S; by number and country when empty."
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Button loading={act.isPending} disabled={!provider || missing !== undefined} onClick={() => ask(false)}>
          Ask for a credit check
        </Button>
      </div>
      <p className="muted small">
        {missing ?? provider?.sentence}
        {provider && !missing && ` A report younger than ${provider.reuseDays} days is used again.`}
      </p>
      <div role="status">
        {answer && (
          <Notice tone={answer.outcome === 'NEW' || answer.outcome === 'REUSED' ? 'plain' : 'warn'}>
            <span>{answer.sentence}</span>
            {answer.outcome === 'REUSED' && (
              <Button variant="default" loading={act.isPending} onClick={() => ask(true)}>
                Ask for a new one all the same
              </Button>
            )}
          </Notice>
        )}
      </div>
      <Refused error={act.error} />
    </div>
  );
}
