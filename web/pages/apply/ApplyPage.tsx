import { useState } from 'react';
import { useLocation } from 'react-router';
import { instant } from '../../format.js';
import { Failure, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Door } from '../sign-in/Door.js';
import { ProspectFormQuery } from './apply.graphql.js';
import { ProspectForm } from './ProspectForm.js';

/** Where the link to a credit application leads. Its secret stands behind the #, which no server sees until it is asked. */
export default function ApplyPage() {
  const { hash } = useLocation();
  const secret = hash.slice(1);
  const asked = useAsk(ProspectFormQuery, { secret });
  const [isSent, setSent] = useState(false);
  const isOver = asked.error instanceof Failure && /^FORM_/.test(asked.error.code);
  const form = asked.data?.prospectForm;
  if (isOver && !isSent)
    return (
      <Door title="This form is not open" isOurs={false}>
        <p role="alert">{(asked.error as Failure).message}</p>
      </Door>
    );
  return (
    <Door title={form ? `Credit application for ${form.supplier}` : 'Credit application'} isOurs={false}>
      <Faces of={asked} what="the form" skeleton={<Lines count={8} height={52} />}>
        {({ prospectForm }) =>
          isSent || prospectForm.isSubmitted ? (
            <p role="status">
              Sent in. {prospectForm.supplier} has what you wrote and gets in touch with you. If something changes,
              write to them.
            </p>
          ) : (
            <>
              <p className="muted">
                For {prospectForm.companyName}. What you type is kept, and you can come back by the same link until{' '}
                {instant(prospectForm.endsAt)}.
              </p>
              <ProspectForm form={prospectForm} secret={secret} onSent={() => setSent(true)} />
            </>
          )
        }
      </Faces>
    </Door>
  );
}
