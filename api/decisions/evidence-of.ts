import { blendRules, creditCheckStrength } from '../../analytics/index.js';
import type { Application, Evidence } from './application.js';
import type { KnownCustomer } from './known-customers.service.js';
import { knowsNothing } from './weighing.js';

/** Where the chance in an application comes from. */
export type Prior =
  | { from: 'typed in' }
  | { from: 'one credit check'; ageDays: number }
  | { from: 'all credit checks'; ageDays: number; strength: number }
  /** Of a credit check without a chance, or of the applicant itself. */
  | { from: 'answers'; ageDays: number };

/** How much what others say counts against own history, by its age. */
export function evidenceOf(of: Application, prior: Prior, known: KnownCustomer | null): Evidence {
  const strength = knowsNothing(of) ? 0 : strengthOf(prior);
  return {
    rules: blendRules.version,
    strength,
    report: prior.from === 'answers' ? 0 : strength,
    prior: prior.from === 'answers' ? 'accounts and answers' : 'credit check',
    own: known?.own ?? null,
    checkAgeDays: prior.from === 'answers' ? null : prior.from === 'typed in' ? 0 : prior.ageDays,
    isCheckUnread: known?.isCheckUnread ?? false,
  };
}

function strengthOf(prior: Prior): number {
  if (prior.from === 'answers') return Math.min(blendRules.answers, creditCheckStrength(prior.ageDays));
  if (prior.from === 'all credit checks') return prior.strength;
  return creditCheckStrength(prior.from === 'typed in' ? 0 : prior.ageDays);
}
