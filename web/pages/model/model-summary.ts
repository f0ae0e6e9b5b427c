import { count, counted, day, month, share } from '../../format.js';

/** What a fitted model is called. */
export const nameOf = ({ kind, version }: { kind: string; version: number }) =>
  kind === 'DEFAULT' ? `scorecard fitted-${version}` : `model ${version}`;
export const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** One sentence a chart, computed from what it shows. */

export const rocSummary = (auc: number | null, word: string) =>
  auc === null
    ? 'Nothing to tell apart: all of them, or none, were.'
    : `Of one that was ${word} and one that was not, it gives the former the higher chance ${share(auc, 1)} of the time (AUC); a coin would 50 %.`;

type Calibration = { cases: number; told: number; happened: number; low: number; high: number };
export function calibrationSummary(bands: readonly Calibration[]): string {
  if (bands.length === 0) return 'Of no later invoice this is known yet.';
  const within = bands.filter(({ told, low, high }) => told >= low && told <= high).length;
  return `In ${within} of ${bands.length} tenths what was told lies within what chance allows; the dots should lie on the dashed line.`;
}

type Lift = { lift: number; foundSoFar: number };
export function liftSummary(bands: readonly Lift[], word: string, cases = 'later invoices'): string {
  const [first, second] = bands;
  if (!first) return `None of the ${cases} was ${word}.`;
  return `Among the likeliest tenth they are ${count(first.lift, 1)} times as many as overall; ${share((second ?? first).foundSoFar)} of all lie in the first two tenths.`;
}

type Part = { by: string; name: string; customers: number; defaults: number; told: number };
export function partsSummary(parts: readonly Part[]): string {
  const rateOff = ({ customers, defaults, told }: Part) => Math.abs(told - defaults) / customers;
  const [worst] = [...parts].sort((a, b) => rateOff(b) - rateOff(a));
  if (!worst) return 'No customer was measured.';
  return `It is furthest off by ${worst.by}, ${worst.name}: ${count(worst.told, 1)} defaults told, ${count(worst.defaults)} came, of ${counted(worst.customers, 'customer', 'customers')}.`;
}

type Segment = { name: string; auc: number | null };
export function segmentsSummary(segments: readonly Segment[]): string {
  const ranked = segments
    .flatMap(({ name, auc }) => (auc === null ? [] : [{ name, auc }]))
    .sort((a, b) => a.auc - b.auc);
  const [worst, best] = [ranked[0], ranked.at(-1)];
  if (!worst || !best) return 'Too few invoices lie in these parts to tell.';
  if (worst === best) return `AUC is ${count(best.auc, 3)} in ${best.name}, the only part that tells.`;
  return `AUC is highest in ${best.name} (${count(best.auc, 3)}), lowest in ${worst.name} (${count(worst.auc, 3)}); 0.5 is a coin.`;
}

type Chances = { from: number; yes: number; no: number };
export function distributionSummary(bands: readonly Chances[], word: string): string {
  const all = bands.reduce((sum, { yes, no }) => sum + yes + no, 0);
  if (all === 0) return 'Of no later invoice this is known yet.';
  const sure = bands.filter(({ from }) => from < 0.2 || from >= 0.8).reduce((sum, { yes, no }) => sum + yes + no, 0);
  return `Of ${counted(all, 'invoice', 'invoices')} it tells ${share(sure / all)} below 20 % or above 80 %; those that were ${word} are marked.`;
}

type Drift = { month: string; stability: number };
export const driftWord = (stability: number) => (stability < 0.1 ? 'stable' : stability < 0.25 ? 'watch' : 'act');
export function driftSummary(months: readonly Drift[]): string {
  const last = months.at(-1);
  if (!last) return 'No later month is known yet.';
  const worst = months.reduce((a, b) => (b.stability > a.stability ? b : a));
  return `The newest month, ${month(`${last.month}-01`)}, is at ${count(last.stability, 2)}: ${driftWord(last.stability)}. The highest was ${month(`${worst.month}-01`)} with ${count(worst.stability, 2)} (population stability index).`;
}

export function stabilitySummary(days: readonly { on: string; stability: number }[]): string {
  const last = days.at(-1);
  if (!last) return 'No day is known yet.';
  return `The customers of ${day(last.on)} are at ${count(last.stability, 2)} from those it learned from: ${driftWord(last.stability)} (population stability index).`;
}
