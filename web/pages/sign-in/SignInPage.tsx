import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Failure, type ResultOf, useAct, useAsk } from '../../graphql.js';
import { roleText } from '../../session/role-text.js';
import { AskForPasswordLink, SignIn, SignInAsDemo, SignInWaysQuery } from '../../session/session.graphql.js';
import { CodeField } from '../../ui/CodeField.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { PasswordField } from '../../ui/PasswordField.js';
import { Refused } from '../../ui/Refused.js';
import { Door } from './Door.js';
import classes from './Door.module.css';

type Ways = ResultOf<typeof SignInWaysQuery>['signInWays'];

export default function SignInPage() {
  const asked = useAsk(SignInWaysQuery, {});
  return (
    <Door title="Sign in">
      <FromProvider />
      <Faces of={asked} what="how one signs in" skeleton={<Lines count={4} height={52} />}>
        {({ signInWays }) => <Way ways={signInWays} />}
      </Faces>
    </Door>
  );
}

const fromProvider: Record<string, string> = {
  OIDC_NO_ROLE: 'The provider let you in, but names no role for you here. Ask whoever gives out the roles.',
  OIDC_EMAIL_NOT_VERIFIED:
    'The provider has not verified your e-mail address yet. Verify it there, then sign in again.',
  OIDC_EMAIL_TAKEN: 'Your address belongs to somebody who signs in another way. Ask whoever gives out the roles.',
  SIGN_IN_REFUSED: 'You may not sign in any more. Ask whoever gives out the roles.',
  LAST_ADMIN: 'The provider would take the role of the last administrator. Make another person administrator first.',
};

/** Why the way over a provider ended here. */
function FromProvider() {
  const [params] = useSearchParams();
  const code = params.get('signIn');
  if (!code) return null;
  return (
    <p role="alert" className="overdue">
      {fromProvider[code] ??
        'Signing in at the provider did not work. Begin again; whoever runs this finds why in the log.'}
    </p>
  );
}

function Way({ ways }: { ways: Ways }) {
  if (ways.demoPeople.length > 0)
    return (
      <>
        <DemoPeople people={ways.demoPeople} />
        <details className={classes.other}>
          <summary>Sign in with a password</summary>
          <PasswordForm mailsLinks={ways.mailsLinks} />
        </details>
      </>
    );
  return (
    <>
      {ways.oidc && (
        <a className={classes.provider} href={ways.oidc.address}>
          Sign in with {ways.oidc.title}
        </a>
      )}
      <PasswordForm mailsLinks={ways.mailsLinks} />
      {!ways.hasPeople && (
        <p className="muted small">
          Nobody has been added yet. Whoever runs this machine adds the first person with{' '}
          <code>npx goodstanding people add you@example.com --name "Your name" --role manager</code>
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

function PasswordForm({ mailsLinks }: { mailsLinks: boolean }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const act = useAct(SignIn);
  // The password was right: the app has the rest.
  const needsCode = code !== '' || (act.error instanceof Failure && act.error.code === 'SECOND_FACTOR_NEEDED');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ input: { email, password, code: code.trim() || null } });
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
      <PasswordField value={password} onChange={setPassword} />
      {needsCode && <CodeField takesRecoveryCodes value={code} onChange={setCode} />}
      <Refused error={act.error} />
      <Button type="submit" loading={act.isPending}>
        Sign in
      </Button>
      {mailsLinks ? (
        <Forgotten email={email} />
      ) : (
        <p className="muted small">
          Forgot the password? Whoever runs this machine makes a link to set a new one with{' '}
          <code>npx goodstanding people link you@example.com</code>
        </p>
      )}
    </form>
  );
}

function Forgotten({ email }: { email: string }) {
  const act = useAct(AskForPasswordLink);
  if (act.isSuccess)
    return (
      <p role="status">
        If somebody has this address, a link to set a new password is on its way. It works once, for a day.
      </p>
    );
  return (
    <>
      <Refused error={act.error} />
      <button
        type="button"
        className="link"
        disabled={!email.includes('@') || act.isPending}
        onClick={() => act.mutate({ email })}
      >
        Forgot the password? Have a link mailed to this address
      </button>
    </>
  );
}
