import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import classes from './people.module.css';
import { AddWebhook } from './webhooks.graphql.js';

export const eventText = {
  SENT: 'A message was sent',
  BOUNCED: 'It came back',
  REPLIED: 'Somebody answered it',
  PAID_AFTER: 'An invoice it spoke of was paid',
} as const;
type Event = keyof typeof eventText;
const events = Object.keys(eventText) as Event[];

export function AddWebhookDialog({ onAdded, onClose }: { onAdded: (secret: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [url, setUrl] = useState('https://');
  const [chosen, setChosen] = useState<readonly Event[]>(events);
  const act = useAct(AddWebhook, ({ addWebhookEndpoint }) => {
    onAdded(addWebhookEndpoint.secret);
    onClose();
  });
  return (
    <Confirm
      title="Tell another program"
      action="Tell it from now on"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={name.trim() === '' || !URL.canParse(url) || chosen.length === 0}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { name: name.trim(), url: url.trim(), events: [...chosen] } })}
    >
      <TextInput
        data-autofocus
        label="Program"
        placeholder="ERP"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Address"
        description="Where it takes what happened: https, and on the internet."
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <fieldset className={classes.choices}>
        <legend>It is told when</legend>
        {events.map((event) => (
          <Checkbox
            key={event}
            label={eventText[event]}
            checked={chosen.includes(event)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(checked ? [...chosen, event] : chosen.filter((each) => each !== event))
            }
          />
        ))}
      </fieldset>
    </Confirm>
  );
}
