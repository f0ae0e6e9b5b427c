import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { type Column, Table } from '../../ui/Table.js';
import { AddWebhookDialog, eventText } from './AddWebhookDialog.js';
import { GivenUp } from './GivenUp.js';
import classes from './people.module.css';
import { EndWebhook, WebhooksQuery } from './webhooks.graphql.js';

type Endpoint = ResultOf<typeof WebhooksQuery>['webhookEndpoints']['nodes'][number];

const columns = (end: (endpoint: Endpoint) => void): Column<Endpoint>[] => [
  { key: 'name', title: 'Program', phone: 'title', cell: (row) => row.name },
  {
    key: 'url',
    title: 'Told',
    phone: 'detail',
    wide: true,
    cell: (row) => (
      <>
        <code>{row.url}</code> <span className="muted">{row.events.map((event) => eventText[event]).join(', ')}</span>
      </>
    ),
  },
  {
    key: 'waiting',
    title: 'Not taken',
    phone: 'figure',
    cell: (row) => `${counted(row.waiting, 'waits', 'wait')}, ${row.dead} given up`,
  },
  {
    key: 'acts',
    title: 'Do',
    phone: 'second',
    cell: (row) => (
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        aria-label={`Tell ${row.name} nothing any more`}
        onClick={() => end(row)}
      >
        End
      </Button>
    ),
  },
];

/** Programs that are told what becomes of messages, and what they did not take. */
export function Webhooks() {
  const say = useSay();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const asked = useAsk(WebhooksQuery, {});
  const end = useAct(EndWebhook, ({ endWebhookEndpoint: { name } }) =>
    say(`${name} is told nothing any more. Add it again to undo; it gets another secret.`),
  );
  return (
    <section className="stack" aria-labelledby="webhooks">
      <div className="head">
        <h2 id="webhooks">Programs that are told</h2>
        <Button variant="default" onClick={() => setAdding(true)}>
          Tell another program
        </Button>
      </div>
      {secret && (
        <Notice tone="warn">
          <span className={classes.choices}>
            Put this secret into the other program now; it is not shown again. <code>{secret}</code>
          </span>
        </Notice>
      )}
      <Refused error={end.error} />
      <Faces
        of={asked}
        what="the programs that are told"
        skeleton={<Lines count={2} height={44} />}
        isEmpty={({ webhookEndpoints }) => webhookEndpoints.nodes.length === 0}
        empty={
          <p>
            None yet. A CRM can be told when a reminder is sent, comes back, is answered, or is followed by a payment.
          </p>
        }
      >
        {({ webhookEndpoints }) => (
          <>
            <Table
              label="Programs that are told"
              rows={webhookEndpoints.nodes}
              columns={columns((endpoint) => end.mutate({ id: endpoint.id }))}
              keyOf={(row) => row.id}
            />
            <GivenUp />
          </>
        )}
      </Faces>
      {isAdding && <AddWebhookDialog onAdded={setSecret} onClose={() => setAdding(false)} />}
    </section>
  );
}
