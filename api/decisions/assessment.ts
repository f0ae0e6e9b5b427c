import {
  type ApplicationScore,
  applicationScore,
  type BlendedApplication,
  blendedApplication,
  expertCard,
  scorecards,
} from '../../analytics/index.js';
import type { Application } from './application.js';

export type Assessment = ApplicationScore & { blended: BlendedApplication | null };

/**
 * How likely an applicant is to default, and why: what everything else is worked out from. The one place that says so. What
 * others say and what it answered is the prior, its own history with us the evidence.
 */
export function assessment(of: Application): Assessment {
  const alone = applicationScore({
    bureauPd: of.bureauPd,
    yearsTrading: of.yearsTrading,
    judgments: of.judgments,
    netWorthMinor: of.netWorthMinor,
    workingCapitalMinor: of.workingCapitalMinor,
    contractValueMinor: of.contractValueMinor,
    insolvent: of.insolvent,
  });
  // Kept before the two were weighed: made again as it was.
  if (of.evidence === undefined) return { ...alone, blended: null };
  const { own } = of.evidence;
  const card = scorecards.find(({ version }) => version === own?.cardVersion) ?? expertCard;
  const blended = blendedApplication(alone, of.evidence, card);
  return { ...blended, blended };
}
