import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../session/me.js';
import { AskForCreditCheck, type CreditCheckAnswer } from '../../ui/AskForCreditCheck.js';
import { Notice } from '../../ui/Notice.js';
import { ReadCreditCheck } from '../../ui/ReadCreditCheck.js';
import type { Draft } from './draft.js';
import classes from './vet.module.css';

type Props = { draft: Draft; refused?: string; onFound: (creditCheckId: string) => void };

/** Asks a provider about the company in the form; the recommendation then stands on what it says. */
export function CreditCheckOfCompany({ draft, refused, onFound }: Props) {
  const may = useMay();
  const [answer, setAnswer] = useState<CreditCheckAnswer | null>(null);
  if (!may('credit-checks.read')) return null;
  const isNamed = draft.companyName.trim() !== '' && /^[A-Z]{3}$/.test(draft.currency);
  const prospect = {
    companyName: draft.companyName.trim(),
    registrationNumber: draft.registrationNumber.trim() || null,
    country: draft.country || null,
    entityType: draft.entityType as 'COMPANY',
    currency: draft.currency,
  };
  return (
    <details className={classes.more} open={draft.creditCheckId !== '' || undefined}>
      <summary>Ask a provider for a credit check</summary>
      <div className={classes.fields}>
        <AskForCreditCheck
          about={{ prospect }}
          missing={
            isNamed ? undefined : 'Name the company and the currency first; most providers need its number and country.'
          }
          onAnswer={(given) => {
            setAnswer(given);
            onFound(given.creditCheck?.id ?? '');
          }}
        />
        <p className="muted small">Asking makes the company a prospect.</p>
        {draft.creditCheckId !== '' && (
          <Notice>
            <span className={refused && 'overdue'}>
              {refused ?? 'The recommendation stands on a credit check. What is typed in above goes before it.'}
            </span>
            <Button variant="default" onClick={() => onFound('')}>
              Leave it out
            </Button>
          </Notice>
        )}
        {answer?.creditCheck && draft.creditCheckId === answer.creditCheck.id && (
          <ReadCreditCheck key={draft.creditCheckId} customerId={answer.customer.id} id={draft.creditCheckId} />
        )}
      </div>
    </details>
  );
}
