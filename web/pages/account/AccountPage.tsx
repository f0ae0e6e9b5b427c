import { useState } from 'react';
import { counted } from '../../format.js';
import { useMe } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { AddSecondFactor } from './AddSecondFactor.js';
import classes from './account.module.css';
import { EndSecondFactorForm } from './EndSecondFactorForm.js';
import { MySessions } from './MySessions.js';

export default function AccountPage() {
  const { person, recoveryCodesLeft } = useMe();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <div className="page">
      <div className="stack">
        <h1>{person.name}</h1>
        <p className="muted">
          {person.email}, {roleText[person.role].title.toLowerCase()}. {roleText[person.role].does}
        </p>
      </div>
      <section className={classes.part} aria-labelledby="second-factor">
        <h2 id="second-factor">Second factor</h2>
        {codes && <RecoveryCodes codes={codes} />}
        {person.isDemo ? (
          <p>People of the demo book sign in by one click, so there is nothing to secure.</p>
        ) : person.hasSecondFactor ? (
          <>
            <p>
              Signing in asks for a code of your app.{' '}
              {counted(recoveryCodesLeft, 'recovery code is', 'recovery codes are')} left for the day the app is lost.
            </p>
            <EndSecondFactorForm />
          </>
        ) : (
          <AddSecondFactor onAdded={setCodes} />
        )}
      </section>
      <section className={classes.part} aria-labelledby="password">
        <h2 id="password">Password</h2>
        <p>
          To change it, sign out and have a link sent from the sign-in page, or ask an administrator for one. A new
          password signs you out everywhere else.
        </p>
      </section>
      <MySessions />
    </div>
  );
}

/** Shown once: whoever has lost them too needs an administrator. */
function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div role="status" className={classes.part}>
      <p>
        <strong>Write these down now; they are not shown again.</strong> Each lets you in once, in place of a code, when
        the app is lost.
      </p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
