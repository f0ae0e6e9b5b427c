import { money } from '../shared/money.view.js';
import type { Application } from './application.js';
import type { Decision, DecisionOffer } from './decision.view.js';
import { Outcome } from './outcome.js';
import type { OfferedInstead } from './override.view.js';

type Of = Pick<Decision, 'recommendation' | 'override' | 'inputs'>;

/** What a decision offers: what was recommended, unless people decided otherwise and said what instead. */
export function offerOf({ recommendation: of, override, inputs }: Of): DecisionOffer {
  const { limit, deposit, depositShare, termsDays, paymentTerms, releaseRule } = of;
  const instead = override?.offer;
  if (!instead) return { limit, deposit, depositShare, termsDays, paymentTerms, releaseRule };
  const { contractValueMinor = 0 } = inputs as Partial<Application>;
  return {
    limit: money(instead.limitMinor, limit.currency),
    deposit: money(instead.depositMinor, deposit.currency),
    depositShare: contractValueMinor > 0 ? Math.min(1, instead.depositMinor / contractValueMinor) : 0,
    termsDays: instead.termsDays,
    paymentTerms: termsInWords(instead),
    releaseRule: instead.releaseRule,
  };
}

/** Null where nothing is. */
export const offerIfAny = (of: Of & Pick<Decision, 'outcome'>): DecisionOffer | null =>
  of.outcome === Outcome.APPROVE || of.outcome === Outcome.APPROVE_WITH_CONDITIONS ? offerOf(of) : null;

/** Without a limit nothing is supplied before it is paid. */
export function termsInWords({ limitMinor, termsDays }: Pick<OfferedInstead, 'limitMinor' | 'termsDays'>): string {
  if (termsDays > 0) return `net ${termsDays}`;
  return limitMinor > 0 ? 'due on receipt' : 'prepayment';
}
