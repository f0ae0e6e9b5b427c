import { useMay } from '../../session/me.js';
import { Keys } from './Keys.js';
import { People } from './People.js';
import { Webhooks } from './Webhooks.js';

export default function PeoplePage() {
  const may = useMay();
  return (
    <div className="page">
      <div className="stack">
        <h1>Who may sign in, and which programs have keys</h1>
        <p className="muted">
          A person has one role. Whoever leaves is kept, since the audit names people, but may not sign in any more.
        </p>
      </div>
      <People />
      {may('keys.manage') && <Keys />}
      {may('webhooks.manage') && <Webhooks />}
    </div>
  );
}
