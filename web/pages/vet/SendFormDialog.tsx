import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import type { OpenApplication } from './ApplicationBar.js';
import { SendCreditApplication } from './applications.graphql.js';

type Props = { application: OpenApplication; supplier: string; onClose: () => void };

/** A link for the company to a form of its own: mailed, or shown once to be handed over. */
export function SendFormDialog({ application: { id, companyName }, supplier: before, onClose }: Props) {
  const [supplier, setSupplier] = useState(before);
  const [email, setEmail] = useState('');
  const [days, setDays] = useState('14');
  const act = useAct(SendCreditApplication);
  const sent = act.data?.sendCreditApplication;
  const name = companyName || 'the company';
  if (sent)
    return (
      <Confirm
        title={`A form for ${name}`}
        action="Done"
        isBusy={false}
        error={null}
        onClose={onClose}
        onConfirm={onClose}
      >
        {sent.link ? (
          <>
            <p>Hand this link to {name}. It is shown this once, and opens nothing but the form.</p>
            <TextInput label="Link" readOnly value={sent.link} onFocus={(event) => event.currentTarget.select()} />
          </>
        ) : (
          <p>The link is on its way to {email}.</p>
        )}
      </Confirm>
    );
  return (
    <Confirm
      title={`Send ${name} a form?`}
      action="Make the link"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={supplier.trim() === '' || !(Number(days) >= 1 && Number(days) <= 60)}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: { applicationId: id, supplier: supplier.trim(), email: email.trim() || null, days: Number(days) },
        })
      }
    >
      <p>
        Whoever opens the link sees our name and what is asked, and nothing of what stands here. A link before it opens
        nothing any more.
      </p>
      <TextInput
        data-autofocus
        label="Our name"
        description="As the company knows us."
        required
        value={supplier}
        onChange={(event) => setSupplier(event.currentTarget.value)}
      />
      <TextInput
        label="Mail it to"
        description="Left empty, or without a mail server, the link is shown here to be handed over."
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label="Opens for"
        inputMode="numeric"
        className="narrow"
        rightSection={<span className="small muted">days</span>}
        rightSectionWidth={46}
        required
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </Confirm>
  );
}
