import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress } from '../../address.js';
import { instant } from '../../format.js';
import { type ResultOf, useAct } from '../../graphql.js';
import { Notice } from '../../ui/Notice.js';
import { Refused } from '../../ui/Refused.js';
import { asAnswers } from '../../ui/use-kept.js';
import { applicationText } from '../../ui/words.js';
import { type CreditApplicationQuery, KeepCreditApplication } from './applications.graphql.js';
import type { Draft } from './draft.js';
import { SendFormDialog } from './SendFormDialog.js';

export type OpenApplication = ResultOf<typeof CreditApplicationQuery>['creditApplication'];

/** Makes an application of what is in the form. */
export function KeepAsApplication({ draft }: { draft: Draft }) {
  const { set } = useAddress();
  const act = useAct(KeepCreditApplication, ({ keepCreditApplication }) =>
    set({ application: keepCreditApplication.id }, false),
  );
  // Who it is, is found by name and number.
  const { customerId: _, ...asked } = draft;
  return (
    <div className="row">
      <Button
        variant="default"
        loading={act.isPending}
        onClick={() => act.mutate({ input: { answers: asAnswers(asked) } })}
      >
        Keep as an application
      </Button>
      <span className="muted small">To go on later, or to send the company a form of its own.</span>
      <Refused error={act.error} />
    </div>
  );
}

type Props = { application: OpenApplication; supplier: string; kept: string; onClose: () => void };

/** Which application is open, how far it is, and what can be done with it. */
export function ApplicationBar({ application: of, supplier, kept, onClose }: Props) {
  const [isSending, setSending] = useState(false);
  const isOpen = of.state !== 'DECIDED';
  return (
    <Notice>
      <span>
        <b>Application of {of.companyName || 'a company not named yet'}.</b> {applicationText[of.state]}
        {of.state === 'SENT' && of.linkEndsAt && `: the link opens its form until ${instant(of.linkEndsAt)}`}
        {of.state === 'SUBMITTED' && `: ${of.consentedBy} agreed for it on ${instant(of.submittedAt)}`}.{' '}
        {isOpen ? kept : 'It stays as it was.'}
      </span>
      {(of.state === 'DRAFT' || of.state === 'SENT') && (
        <Button variant="default" onClick={() => setSending(true)}>
          {of.state === 'SENT' ? 'Make a new link to its form' : 'Send the company a form'}
        </Button>
      )}
      <Button variant="default" onClick={onClose}>
        Close the application
      </Button>
      {isSending && <SendFormDialog application={of} supplier={supplier} onClose={() => setSending(false)} />}
    </Notice>
  );
}
