import { Allowed } from '../../session/Allowed.js';
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
      <Rates />
      <Allowed to="privacy.handle">
        <RetentionTimes />
      </Allowed>
    </div>
  );
}
