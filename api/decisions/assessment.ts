import { type ApplicationScore, applicationScore } from '../../analytics/index.js';
import type { Application } from './application.js';

/** How likely an applicant is to default, and why: what everything else is worked out from. The one place that says so. */
export function assessment(of: Application): ApplicationScore {
  return applicationScore({
    bureauPd: of.bureauPd,
    yearsTrading: of.yearsTrading,
    judgments: of.judgments,
    netWorthMinor: of.netWorthMinor,
    workingCapitalMinor: of.workingCapitalMinor,
    contractValueMinor: of.contractValueMinor,
    insolvent: of.insolvent,
  });
}
