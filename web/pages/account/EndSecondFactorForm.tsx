import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../graphql.js';
import { CodeField } from '../../ui/CodeField.js';
import { PasswordField } from '../../ui/PasswordField.js';
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
        <PasswordField value={password} onChange={setPassword} />
        <CodeField value={code} onChange={setCode} />
        <Refused error={act.error} />
        <Button type="submit" variant="default" loading={act.isPending}>
          Take the second factor off
        </Button>
      </form>
    </details>
  );
}
