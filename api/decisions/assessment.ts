import {
  type ApplicationScore,
  applicationScore,
  type BlendedApplication,
  blendedApplication,
  blendRulesOf,
  expertCard,
  scorecards,
  steadiedScore,
} from '../../analytics/index.js';
import type { Application } from './application.js';
import type { Policy } from './policy.js';

export type Assessment = ApplicationScore & { blended: BlendedApplication | null };

/**
 * How likely an applicant is to default, and why: what everything else is worked out from. The one place that says so. What
 * others say and what it answered is the prior, its own history with us the evidence; terms that are renewed stay by the score
 * they were agreed at while today’s lies near it.
 */
export function assessment(of: Application, policy: Policy): Assessment {
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
  const card = own?.card ?? scorecards.find(({ version }) => version === own?.cardVersion) ?? expertCard;
  const blended = blendedApplication(alone, of.evidence, card, blendRulesOf(of.evidence.rules));
  const whole = { ...blended, blended };
  return of.agreed ? steadiedScore(whole, of.agreed, policy) : whole;
}
