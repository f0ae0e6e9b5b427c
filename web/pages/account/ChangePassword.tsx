import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../graphql.js';
import { CodeField } from '../../ui/CodeField.js';
import { PasswordField } from '../../ui/PasswordField.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { ChangePasswordAct } from './account.graphql.js';

const empty = { password: '', newPassword: '', code: '' };

/** The password until now is asked for, so that nobody changes it at a page left open. */
export function ChangePassword({ hasSecondFactor }: { hasSecondFactor: boolean }) {
  const [typed, setTyped] = useState(empty);
  const say = useSay();
  const act = useAct(ChangePasswordAct, () => {
    setTyped(empty);
    say('Your password is changed. Everywhere else you are signed out.');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ input: { ...typed, code: typed.code.trim() || null } });
  };
  return (
    <form onSubmit={submit}>
      <PasswordField
        label="Password until now"
        value={typed.password}
        onChange={(password) => setTyped({ ...typed, password })}
      />
      {hasSecondFactor && <CodeField value={typed.code} onChange={(code) => setTyped({ ...typed, code })} />}
      <PasswordField isNew value={typed.newPassword} onChange={(newPassword) => setTyped({ ...typed, newPassword })} />
      <Refused error={act.error} />
      <Button type="submit" variant="default" loading={act.isPending}>
        Change the password
      </Button>
      <p className="muted small">
        Everywhere else you are signed out. If you have forgotten it, sign out and ask for a link on the sign-in page.
      </p>
    </form>
  );
}
