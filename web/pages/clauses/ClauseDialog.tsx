import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { type Clause, SetClause, surenessText } from './clauses.graphql.js';

const surenesses = Object.keys(surenessText) as Clause['sureness'][];

export function ClauseDialog({ clause, onClose }: { clause: Clause; onClose: () => void }) {
  const say = useSay();
  const [country, setCountry] = useState(clause.country ?? '');
  const [title, setTitle] = useState(clause.title);
  const [body, setBody] = useState(clause.body);
  const [sureness, setSureness] = useState<Clause['sureness']>('PUBLISHED');
  const [source, setSource] = useState('');
  const act = useAct(SetClause, () => {
    say(`Set. Contracts drawn up from today on say it so; those before keep their words.`);
    onClose();
  });
  return (
    <Confirm
      title={`Change “${clause.title}”`}
      action="Set the words"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={body.trim().length < 10 || source.trim().length < 3 || title.trim().length < 2}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({ input: { key: clause.key, country: country || null, title, body, sureness, source } })
      }
    >
      <p>They hold from today on. The words before stay in the library with their days.</p>
      <TextInput
        label="Country"
        description="Two letters such as GB; empty: wherever a country has none of its own."
        maxLength={2}
        value={country}
        onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
      />
      <TextInput label="Heading" required value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Textarea
        label="Words"
        description="Fields such as {deposit} are filled from the decision."
        required
        rows={8}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <NativeSelect
        label="How sure"
        data={surenesses.map((value) => ({ value, label: surenessText[value] }))}
        value={sureness}
        onChange={(event) => setSureness(event.currentTarget.value as Clause['sureness'])}
      />
      <TextInput
        label="Where from"
        description="Who read them, and when."
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
    </Confirm>
  );
}
