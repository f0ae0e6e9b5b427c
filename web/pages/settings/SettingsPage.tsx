import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import { Look } from './Look.js';
import { Rates } from './Rates.js';
import { ReportingCurrency } from './ReportingCurrency.js';
import { RetentionTimes } from './RetentionTimes.js';

export default function SettingsPage() {
  return (
    <div className="page">
      <h1>Settings</h1>
      <div className="columns">
        <Allowed to="settings.change">
          <ReportingCurrency />
        </Allowed>
        <Look />
      </div>
      <section className="stack" aria-labelledby="rules">
        <h2 id="rules">What we go by</h2>
        <p>
          <Go to="/policy">Policy</Go> <span className="muted">what recommendations stand on</span>
        </p>
        <p>
          <Go to="/definitions">Defaults and credit checks</Go>{' '}
          <span className="muted">what scores are measured by</span>
        </p>
        <p>
          <Go to="/clauses">Clauses</Go> <span className="muted">the words contracts are made of</span>
        </p>
      </section>
      <Rates />
      <Allowed to="privacy.handle">
        <RetentionTimes />
      </Allowed>
    </div>
  );
}
