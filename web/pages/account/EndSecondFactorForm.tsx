import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../graphql.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { EndSecondFactor } from './account.graphql.js';

export function EndSecondFactorForm() {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const say = useSay();
  const act = useAct(EndSecondFactor, () => say('The password alone lets you in again. Add a second factor to undo.'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ input: { password, code: code.trim() } });
  };
  return (
    <details>
      <summary>Take it off</summary>
      <form onSubmit={submit}>
        <TextInput
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <TextInput
          label="Code of the app"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Refused error={act.error} />
        <Button type="submit" variant="default" loading={act.isPending}>
          Take the second factor off
        </Button>
      </form>
    </details>
  );
}
