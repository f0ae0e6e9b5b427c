import { amountInWords, roundMinor } from '../../analytics/index.js';
import type { JudgedOffer } from './offers-of.js';
import { bestWithinPolicy, limitFor, type OutcomeKey, outcome, type Weighed, weigh, weighs } from './weighing.js';

/** Something that sales can bring about, and what would be recommended then. */
export interface LeverRow {
  lever: 'deposit' | 'terms' | 'billing period' | 'limit' | 'guarantee';
  change: string;
  outcome: OutcomeKey;
  depositShare: number;
  depositMinor: number;
  termsDays: number;
  billingPeriodDays: number;
  limitMinor: number;
  profitMinor: number;
}

/**
 * What would change a recommendation: each lever moved by itself, everything else chosen anew for the highest expected
 * profit within the policy. Computed, never canned; what changes nothing is left out, and what decided alone, a rule or a
 * finding, leaves no lever.
 */
export function levers(now: Weighed, best: JudgedOffer): LeverRow[] {
  if (now.score.hardRule || weighs(now.of, 'decline')) return [];
  const rows: (LeverRow | null)[] = [
    row(now, 'deposit', 'No deposit', (offer) => offer.depositMinor === 0),
    ...distinct(now, 'termsDays').map((days) =>
      row(now, 'terms', days === 0 ? 'Due on receipt' : `Net ${days}`, (offer) => offer.termsDays === days),
    ),
    ...distinct(now, 'billingPeriodDays').map((days) =>
      row(now, 'billing period', `Invoices every ${days} days`, (offer) => offer.billingPeriodDays === days),
    ),
    askingForLess(now, best),
    row(half(now), 'limit', 'Half as much a month, and half the contract'),
    now.of.hasGuarantee
      ? null
      : row(weigh({ ...now.of, hasGuarantee: true }, now.policy), 'guarantee', 'A guarantee, or insured'),
  ];
  return rows.filter((lever): lever is LeverRow => lever !== null && !isAsNow(lever, now, best));
}

const distinct = ({ offers }: Weighed, key: 'termsDays' | 'billingPeriodDays') => [
  ...new Set(offers.map((offer) => offer[key])),
];

/** Where more was asked for than is given: asking for what is. */
function askingForLess({ of, policy, ...now }: Weighed, best: JudgedOffer): LeverRow | null {
  const { limitMinor } = limitFor({ of, policy, ...now }, best);
  if (limitMinor === 0 || (of.limitAskedMinor ?? 0) <= limitMinor) return null;
  const change = `A limit of ${amountInWords(limitMinor, of.currency)} asked for`;
  return row(weigh({ ...of, limitAskedMinor: limitMinor }, policy), 'limit', change);
}

const half = ({ of, policy }: Weighed): Weighed =>
  weigh(
    {
      ...of,
      contractValueMinor: roundMinor(of.contractValueMinor / 2),
      monthlyRunMinor: roundMinor(of.monthlyRunMinor / 2),
    },
    policy,
  );

function row(
  weighed: Weighed,
  lever: LeverRow['lever'],
  change: string,
  only?: (offer: JudgedOffer) => boolean,
): LeverRow | null {
  const best = bestWithinPolicy(weighed, only);
  if (best === null) return null;
  return {
    lever,
    change,
    outcome: outcome(weighed, best),
    depositShare: best.depositShare,
    depositMinor: roundMinor(best.depositMinor),
    termsDays: best.termsDays,
    billingPeriodDays: best.billingPeriodDays,
    limitMinor: limitFor(weighed, best).limitMinor,
    profitMinor: roundMinor(best.profitMinor),
  };
}

function isAsNow(lever: LeverRow, now: Weighed, best: JudgedOffer): boolean {
  return (
    lever.outcome === outcome(now, best) &&
    lever.depositMinor === roundMinor(best.depositMinor) &&
    lever.termsDays === best.termsDays &&
    lever.billingPeriodDays === best.billingPeriodDays &&
    lever.limitMinor === limitFor(now, best).limitMinor &&
    lever.profitMinor === roundMinor(best.profitMinor)
  );
}
