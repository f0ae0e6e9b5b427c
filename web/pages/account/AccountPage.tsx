import { useState } from 'react';
import { counted } from '../../format.js';
import { useMe } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { AddSecondFactor } from './AddSecondFactor.js';
import classes from './account.module.css';
import { ChangePassword } from './ChangePassword.js';
import { EndSecondFactorForm } from './EndSecondFactorForm.js';
import { MySessions } from './MySessions.js';
import { RecoveryCodes } from './RecoveryCodes.js';

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
        {person.isDemo ? (
          <p>People of the demo book have none.</p>
        ) : (
          <ChangePassword hasSecondFactor={person.hasSecondFactor} />
        )}
      </section>
      <MySessions />
    </div>
  );
}
