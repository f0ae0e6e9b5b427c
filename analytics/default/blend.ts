import { betaQuantile } from '../beta-quantile.js';
import { type Day, daysBetween } from '../calendar.js';
import type { CreditCheckReport } from '../credit-check.js';
import { mustBeFinite, mustBePositive, mustBeShare, mustNotBeNegative } from '../guards.js';
import { weightOfOwn } from '../late-share.js';

/** How much a credit check counts against own invoices, by its age: dated, so that a policy can replace it. */
export interface BlendRules {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  /** How many own invoices a report counts as, the youngest first; the last reaches on without end. */
  readonly strengths: readonly { readonly upToDays: number | null; readonly invoices: number }[];
  /** What a prospect says of itself where no report tells a chance: how many own invoices that counts as. */
  readonly answers: number;
  /** With fewer own invoices, and no report that stands in for them, a person decides. */
  readonly fewestForAMachine: number;
  /** How much a report has to count to stand in for own invoices; null: both were added up, answers too. */
  readonly reportForAMachine: number | null;
}

/** The rules up to 22 November 2026: answers, and a report without a chance, counted as invoices that nobody had seen. */
const added: BlendRules = {
  version: 'blend-1',
  from: '2026-11-01',
  source: 'our convention within the 8–20 invoices of Bühlmann’s form; to be fitted when there are defaults of our own',
  strengths: [
    { upToDays: 89, invoices: 20 },
    { upToDays: 365, invoices: 12 },
    { upToDays: null, invoices: 5 },
  ],
  answers: 8,
  fewestForAMachine: 6,
  reportForAMachine: null,
};

/** 20 to 8 invoices: the span the literature gives for a policy value; a report of more than a year is only half a hint. */
export const blendRules: BlendRules = { ...added, version: 'blend-2', from: '2026-11-22', reportForAMachine: 12 };

/** The rules of a version: what was kept is made again by those it was made by. Refuses a version that nobody knows. */
export function blendRulesOf(version: string): BlendRules {
  const found = [added, blendRules].find((rules) => rules.version === version);
  if (found === undefined) throw new RangeError(`No rules of weighing are called ${version}.`);
  return found;
}

/**
 * Whether so little is known that a person decides: fewer own invoices than a machine needs, and no report that counts for
 * enough. What somebody says of itself, and a report without a chance, move points and are no evidence.
 * Refuses counts below nought. Example: no own invoice and a report of this quarter: not too thin; answers alone: too thin.
 */
export function isTooThin(
  { invoices, report }: { invoices: number; report: number },
  rules: BlendRules = blendRules,
): boolean {
  mustNotBeNegative('A number of invoices', invoices);
  mustNotBeNegative('What a report counts as', report);
  const { fewestForAMachine, reportForAMachine } = rules;
  if (reportForAMachine === null) return invoices + report < fewestForAMachine;
  return invoices < fewestForAMachine && report < reportForAMachine;
}

/**
 * How many own invoices a report of this age counts as. Refuses ages below nought.
 * Example: 20 on its first day, 12 after a quarter, 5 after a year.
 */
export function creditCheckStrength(ageDays: number, rules: BlendRules = blendRules): number {
  mustNotBeNegative('The age of a report', ageDays);
  const rule = rules.strengths.find(({ upToDays }) => upToDays === null || ageDays <= upToDays);
  if (rule === undefined) throw new RangeError(`The rules ${rules.version} have no strength for ${ageDays} days.`);
  return rule.invoices;
}

const logit = (p: number) => Math.log(p / (1 - p));

/**
 * Several probabilities as one, on the scale of log-odds: logit p = Σ wᵢ logit pᵢ ÷ Σ wᵢ.
 * Shares of one. Refuses 0 and 1, which have no odds, weights below nought or all nought, lists of different lengths.
 * The logarithmic opinion pool; standard. Example: 2 % with weight 0.7 and 10 % with 0.3 are 3.28 %.
 */
export function pooledPd(pds: readonly number[], weights: readonly number[]): number {
  if (pds.length !== weights.length) throw new RangeError('Each probability needs a weight, and each weight one.');
  let sum = 0;
  let total = 0;
  pds.forEach((pd, i) => {
    const weight = weights[i] as number;
    mustNotBeNegative('A weight', weight);
    if (!(pd > 0 && pd < 1)) throw new RangeError(`A probability to pool must lie between 0 and 1, not ${pd}.`);
    sum += weight * logit(pd);
    total += weight;
  });
  mustBePositive('The sum of the weights', total);
  return 1 / (1 + Math.exp(-sum / total));
}

/**
 * A probability of default within 12 months as one within some months: 1 − (1 − pd)^(months ÷ 12).
 * A share of one. Refuses shares outside 0–1 and months below nought.
 * Convention: the same chance each month. Example: 6 % a year are 1.53 % in three months.
 */
export function pdWithinMonths(pd12: number, months: number): number {
  mustBeShare('A probability of default', pd12);
  mustNotBeNegative('A number of months', months);
  return -Math.expm1((months / 12) * Math.log1p(-pd12));
}

/**
 * The probability of default that odds of good to bad stand for: 1 ÷ (1 + odds).
 * Refuses odds below nought. Printed by Experian. Example: 7 to 1 are 12.5 %.
 */
export function pdFromOdds(goodToBad: number): number {
  mustNotBeNegative('Odds', goodToBad);
  return 1 / (1 + goodToBad);
}

/**
 * The interval that holds a probability of default in 9 of 10 cases, from how much it stands on, in invoices: the less,
 * the wider. Shares of one. Refuses shares outside 0–1 and evidence not above nought.
 * The 5 % and 95 % quantiles of Beta(pd × n, (1 − pd) × n); the form of the beta-binomial.
 * Example: 12.5 % on 32 invoices lies between 4.53 % and 23.15 %.
 */
export function pdRange(pd: number, evidence: number): { low: number; high: number } {
  mustBeShare('A probability of default', pd);
  mustBePositive('What it stands on', evidence);
  if (pd === 0 || pd === 1) return { low: pd, high: pd };
  const [a, b] = [pd * evidence, (1 - pd) * evidence];
  return { low: betaQuantile(0.05, a, b), high: betaQuantile(0.95, a, b) };
}

/** Where the upper quantile of Beta(pd × n, (1 − pd) × n) is highest: at about pd × n = 0.09. */
const widestAt = 0.09;

/**
 * The same, never narrower for standing on less: on very little the beta piles up at nought, and its upper quantile falls
 * below where more evidence has it. Shares of one. Refuses what `pdRange` refuses.
 * Our convention. Example: 2 % on one invoice reaches up to 12.4 %, not to the 2.0 % of the plain formula.
 */
export function cautiousPdRange(pd: number, evidence: number): { low: number; high: number } {
  const { low, high } = pdRange(pd, evidence);
  if (pd === 0 || pd * evidence >= widestAt) return { low, high };
  return { low, high: pdRange(pd, widestAt / pd).high };
}

/** One report with a chance in it, as of a day. */
export interface DatedReport {
  readonly provider: string;
  readonly reportedOn: Day;
  readonly report: Pick<CreditCheckReport, 'failurePd' | 'delinquencyPd' | 'isInsolvent'>;
}

/** What others say of a customer, as one: the prior that own history is weighed against. */
export interface CreditCheckPrior {
  readonly pd: number;
  /** How many own invoices it counts as. */
  readonly strength: number;
  /** Of the youngest report. */
  readonly reportedOn: Day;
  readonly ageDays: number;
  readonly providers: readonly string[];
}

/** No report is believed to the last: a chance told as 0 or 1 counts as this far off it. */
const surest = 0.0001;

/**
 * What the newest report of each provider says of a customer on a day, pooled by strength; null when none has a chance.
 * The chance of paying 90 days late or not at all goes before that of failure, since it is what we call a default.
 * Reports of later days are not looked at. As strong as the strongest report: two say little more than one.
 * Example: one report of 60 days with a chance of 2 % is a prior of 2 % with the strength of 20 invoices.
 */
export function creditCheckPrior(
  reports: readonly DatedReport[],
  asOf: Day,
  rules: BlendRules = blendRules,
): CreditCheckPrior | null {
  const used = newestOfEach(reports, asOf, (one) => pdOf(one) !== null);
  if (used.length === 0) return null;
  const strengths = used.map(({ reportedOn }) => creditCheckStrength(daysBetween(reportedOn, asOf), rules));
  const pds = used.map((one) => Math.min(Math.max(pdOf(one) as number, surest), 1 - surest));
  const reportedOn = used.map((one) => one.reportedOn).reduce((a, b) => (a > b ? a : b));
  return {
    pd: used.length === 1 ? (pds[0] as number) : pooledPd(pds, strengths),
    strength: Math.max(...strengths),
    reportedOn,
    ageDays: daysBetween(reportedOn, asOf),
    providers: used.map(({ provider }) => provider),
  };
}

/** The day of the newest report of a provider that has it in an insolvency procedure; null when none has. */
export function insolventSince(reports: readonly DatedReport[], asOf: Day): Day | null {
  const newest = newestOfEach(reports, asOf, ({ report }) => report.isInsolvent !== null);
  const days = newest.filter(({ report }) => report.isInsolvent).map(({ reportedOn }) => reportedOn);
  return days.sort()[0] ?? null;
}

/** The newest report of each provider that tells, by provider. */
function newestOfEach(reports: readonly DatedReport[], asOf: Day, tells: (one: DatedReport) => boolean): DatedReport[] {
  const newest = new Map<string, DatedReport>();
  for (const one of reports) {
    const before = newest.get(one.provider);
    if (one.reportedOn <= asOf && tells(one) && (!before || before.reportedOn <= one.reportedOn))
      newest.set(one.provider, one);
  }
  return [...newest.values()].sort((a, b) => (a.provider < b.provider ? -1 : 1));
}

function pdOf({ report: { delinquencyPd, failurePd } }: DatedReport): number | null {
  return delinquencyPd ?? failurePd;
}

/** A probability of default from what others say and from what was seen. */
export interface BlendedPd {
  readonly pd: number;
  /** Shares of one that add up to one. */
  readonly weightOfOwn: number;
  readonly weightOfCheck: number;
  /** In 9 of 10 cases it lies within. */
  readonly range: { readonly low: number; readonly high: number };
  /** Own invoices and the strength of the credit check together. */
  readonly evidence: number;
  /** Too little for a machine: a person decides. */
  readonly isTooThin: boolean;
  /** “72 % credit check, 28 % own history, 9 invoices”. */
  readonly sentence: string;
}

/**
 * A credit check as prior, own history as evidence: weighed as n ÷ (n + strength), on the scale of log-odds, on which points
 * are straight. `invoices` may be a sum of weights, hence a fraction; `counted` is how many to tell.
 * Refuses probabilities of 0 and 1 and counts below nought.
 * Bühlmann’s weights; a logarithmic pool. Example: own 2 % on 8 invoices, check 5 % of strength 20: 29 % own, 3.88 %.
 */
export function blendedPd(
  of: { ownPd: number; invoices: number; counted?: number; check: Pick<CreditCheckPrior, 'pd' | 'strength'> },
  rules: BlendRules = blendRules,
): BlendedPd {
  const own = weightOfOwn(of.invoices, of.check.strength);
  const pd = pooledPd([of.ownPd, of.check.pd], [own, 1 - own]);
  const evidence = of.invoices + of.check.strength;
  return {
    pd,
    weightOfOwn: own,
    weightOfCheck: 1 - own,
    range: pdRange(pd, evidence),
    evidence,
    isTooThin: isTooThin({ invoices: of.counted ?? of.invoices, report: of.check.strength }, rules),
    sentence: blendSentence(own, of.counted ?? Math.round(of.invoices)),
  };
}

/** How a blend is told; the two shares always add up to 100. */
export function blendSentence(own: number, invoices: number, prior = 'credit check'): string {
  mustBeFinite('The number of invoices', invoices);
  const percent = Math.round(own * 100);
  return `${100 - percent} % ${prior}, ${percent} % own history, ${invoices} ${invoices === 1 ? 'invoice' : 'invoices'}`;
}
