import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { roleText } from '../../session/me.js';
import { SignIn, SignInAsDemo, SignInWaysQuery } from '../../session/session.graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Refused } from '../../ui/Refused.js';
import { Door } from './Door.js';
import classes from './Door.module.css';

type Ways = ResultOf<typeof SignInWaysQuery>['signInWays'];

export default function SignInPage() {
  const asked = useAsk(SignInWaysQuery, {});
  return (
    <Door title="Sign in">
      <Faces of={asked} what="how one signs in" skeleton={<Lines count={4} height={52} />}>
        {({ signInWays }) => <Way ways={signInWays} />}
      </Faces>
    </Door>
  );
}

function Way({ ways }: { ways: Ways }) {
  if (ways.demoPeople.length > 0)
    return (
      <>
        <DemoPeople people={ways.demoPeople} />
        <details className={classes.other}>
          <summary>Sign in with a password</summary>
          <PasswordForm />
        </details>
      </>
    );
  return (
    <>
      <PasswordForm />
      {!ways.hasPeople && (
        <p className="muted small">
          Nobody has been added yet. Whoever runs this machine makes the first administrator with{' '}
          <code>npx goodstanding people add you@example.com --name "Your name" --role admin</code>
        </p>
      )}
    </>
  );
}

/** On the demo book nothing is at stake: each role is one click away. */
function DemoPeople({ people }: { people: Ways['demoPeople'] }) {
  const act = useAct(SignInAsDemo);
  return (
    <section className={classes.form} aria-label="Roles to try">
      <p className="muted">This is the demo book: invented customers. Look around in any role, no password needed.</p>
      <ul className={classes.roles}>
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.role}
              disabled={act.isPending}
              onClick={() => act.mutate({ role })}
            >
              <strong>
                {roleText[role].title}: {name}
              </strong>
              <span>{roleText[role].does}</span>
            </button>
          </li>
        ))}
      </ul>
      <Refused error={act.error} />
    </section>
  );
}

function PasswordForm() {
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = useAct(SignIn, () => client.resetQueries());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ input: { email, password } });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Refused error={act.error} />
      <Button type="submit" loading={act.isPending}>
        Sign in
      </Button>
    </form>
  );
}
