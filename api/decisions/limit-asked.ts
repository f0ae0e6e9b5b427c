import { amountInWords, roundMinor } from '../../analytics/index.js';
import type { Application } from './application.js';
import { type LimitBounds, limitOf } from './limit-of.js';
import type { Policy } from './policy.js';

interface Given {
  bounds: LimitBounds;
  neededMinor: number;
  /** What could be given, whatever was asked for. */
  offeredMinor: number;
}

/** What would let more be given, and how much that would be then. */
interface Change {
  sentence: string;
  bounds: LimitBounds;
  neededMinor: number;
}

/** What became of the limit that was asked for; where less is given, what bounds it and what would change that. */
export function limitAsked(of: Application, given: Given, policy: Policy): string[] {
  const asked = of.limitAskedMinor ?? null;
  if (asked === null) return [];
  const amount = (minor: number) => amountInWords(roundMinor(minor), of.currency);
  const { bounds, neededMinor, offeredMinor } = given;
  if (asked === offeredMinor) return [`The limit is what was asked for: ${amount(asked)}.`];
  if (asked < offeredMinor)
    return [
      `The limit is what was asked for: ${amount(asked)}. ${amount(offeredMinor)} could be given, and normal running needs ${amount(neededMinor)}: what goes beyond the limit waits for payments.`,
    ];
  if (bounds.grade === 'E') return [`${amount(asked)} was asked for. In grade E nothing is given on credit.`];
  const bound = limitOf({ ...bounds, askedMinor: null }, neededMinor).parts.find(({ isBinding }) => isBinding)?.name;
  const first = `${amount(offeredMinor)} of the ${amount(asked)} asked for can be given: the bound is ${(bound ?? 'need').toLowerCase()}.`;
  const change = changeOf(bound, of, asked, given, policy);
  const then = limitOf({ ...change.bounds, askedMinor: null }, change.neededMinor).limitMinor;
  return [`${first} ${change.sentence}${then < asked ? ` Then ${amount(then)} could be given.` : ''}`];
}

function changeOf(
  bound: string | undefined,
  of: Application,
  asked: number,
  { bounds, neededMinor }: Given,
  policy: Policy,
): Change {
  const amount = (minor: number) => amountInWords(roundMinor(minor), of.currency);
  if (bound === 'Capacity') {
    const capacityMinor = asked / bounds.gradeFactor;
    const netWorth = amount(capacityMinor / policy.shareOfNetWorth);
    const workingCapital = amount(capacityMinor / policy.shareOfWorkingCapital);
    return {
      sentence: `Accounts with a net worth of ${netWorth} and working capital of ${workingCapital} would carry it.`,
      bounds: { ...bounds, capacityMinor },
      neededMinor,
    };
  }
  if (bound === 'Credit check')
    return {
      sentence: `A credit check of at most ${policy.reportFreshDays} days that suggests as much would allow it.`,
      bounds: { ...bounds, agencyLimitMinor: asked, agencyReportAgeFactor: 1 },
      neededMinor,
    };
  if (bound === 'Policy cap')
    return {
      sentence: 'A person with the authority may set a higher one.',
      bounds: { ...bounds, policyCapMinor: asked },
      neededMinor,
    };
  const fixed = of.workInProgressMinor + of.setUpCostMinor;
  const run = (of.monthlyRunMinor * (asked - fixed)) / Math.max(1, neededMinor - fixed);
  return {
    sentence: `More is not needed: it would be with ${amount(run)} invoiced a month.`,
    bounds,
    neededMinor: asked,
  };
}
