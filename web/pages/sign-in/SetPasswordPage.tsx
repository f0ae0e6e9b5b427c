import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Failure, useAct } from '../../graphql.js';
import { SetPassword } from '../../session/session.graphql.js';
import { CodeField } from '../../ui/CodeField.js';
import { PasswordField } from '../../ui/PasswordField.js';
import { Refused } from '../../ui/Refused.js';
import { Door } from './Door.js';
import classes from './Door.module.css';

/** Where a link leads. Its secret stands behind the #, which no server sees until the form is sent. */
export default function SetPasswordPage() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const act = useAct(SetPassword, () => void navigate('/', { replace: true }));
  const needsCode = code !== '' || (act.error instanceof Failure && act.error.code === 'SECOND_FACTOR_NEEDED');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ input: { secret: hash.slice(1), password, code: code.trim() || null } });
  };
  return (
    <Door title="Set your password">
      <form className={classes.form} onSubmit={submit}>
        <PasswordField isNew value={password} onChange={setPassword} />
        {needsCode && <CodeField takesRecoveryCodes value={code} onChange={setCode} />}
        <Refused error={act.error} />
        <Button type="submit" loading={act.isPending}>
          Set the password and sign in
        </Button>
        <p className="muted small">Everywhere else you are signed out.</p>
      </form>
    </Door>
  );
}
