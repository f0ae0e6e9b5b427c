import { type KeyboardEvent, useRef } from 'react';
import { useLocation } from 'react-router';
import { useAct } from '../graphql.js';
import { forgetDraft } from '../pages/vet/kept-draft.js';
import { useMe } from '../session/me.js';
import { roleText } from '../session/role-text.js';
import { SignOut, SignOutEverywhere } from '../session/session.graphql.js';
import { Go } from '../ui/Go.js';
import classes from './WhoAmI.module.css';

/** Who is signed in, in which role, and the way out. */
export default function WhoAmI() {
  const { person } = useMe();
  const { pathname } = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  const out = useAct(SignOut, forgetDraft);
  const everywhere = useAct(SignOutEverywhere, forgetDraft);
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && menu.current) menu.current.open = false;
  };
  return (
    // A new page begins with the menu closed.
    <details key={pathname} ref={menu} className={classes.me} onKeyDown={close}>
      <summary>
        <span className="sr">Signed in as {person.name}</span>
        <span aria-hidden="true">{initials(person.name)}</span>
      </summary>
      <div className={classes.sheet}>
        <p>
          <strong>{person.name}</strong>
          <span className="muted small">{person.email}</span>
          <span className="muted small">
            {roleText[person.role].title}: {roleText[person.role].does}
          </span>
        </p>
        <Go to="/account">Second factor and password</Go>
        <button type="button" className="link" onClick={() => out.mutate({})}>
          {person.isDemo ? 'Sign out, or try another role' : 'Sign out'}
        </button>
        <button type="button" className="link" onClick={() => everywhere.mutate({})}>
          Sign out on every machine
        </button>
      </div>
    </details>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase();
