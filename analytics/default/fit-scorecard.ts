import type { Day } from '../calendar.js';
import { type ScoreScale, scoreScaling, scale as usualScale } from '../score-scale.js';
import { weightOfEvidence } from '../weight-of-evidence.js';
import { logisticFit } from './logistic-fit.js';
import { type CountedBin, pooledBins, type WorseWhen } from './pooled-bins.js';

/** What was known of one case on its day, and what became of it within the horizon. */
export interface ScorecardCase {
  readonly readings: Readonly<Record<string, number | null>>;
  readonly isBad: boolean;
}

export interface FittedRow {
  readonly key: string;
  readonly bins: readonly { readonly upTo: number | null; readonly points: number }[];
  readonly missingPoints: number;
}

/** A scorecard that was fitted: the rows are all there is, their whole points add up. */
export interface FittedScorecard {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly scale: ScoreScale;
  readonly basePoints: number;
  readonly factors: readonly FittedRow[];
  /** Factors that said nothing, or the opposite of what they say alone. */
  readonly leftOut: readonly string[];
  readonly cases: number;
  readonly bads: number;
}

export interface FitSettings {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly factors: readonly { readonly key: string; readonly worse: WorseWhen }[];
  /** Before pooling. 12: fine enough for what pooling leaves. */
  readonly bins?: number;
  /** Share of the cases a bin holds at least. 0.03 by default. */
  readonly fewestShare?: number;
  readonly scale?: ScoreScale;
}

/**
 * A scorecard from cases whose end is known: each factor cut into bins that only get worse in the direction that is known to be
 * worse, weights of evidence of the bins, a logistic regression on them in which every factor keeps its sign, whole points.
 * Null when all cases ended alike. Deterministic. Readings that are missing are a bin of their own.
 * WOE = ln(share of goods ÷ share of bads), half a case added to each cell; points = −b × WOE × factor (Siddiqi).
 * Example: of two factors of which one decides and the other is noise, the noise is left out or all but flat.
 */
export function fitScorecard(cases: readonly ScorecardCase[], settings: FitSettings): FittedScorecard | null {
  const { factors, bins = 12, fewestShare = 0.03, scale = usualScale } = settings;
  const isBad = cases.map((one) => one.isBad);
  const bads = isBad.filter(Boolean).length;
  const goods = cases.length - bads;
  if (bads === 0 || goods === 0) return null;
  const evidence = (cell: { cases: number; bads: number }) =>
    weightOfEvidence((cell.cases - cell.bads + 0.5) / (goods + 0.5), (cell.bads + 0.5) / (bads + 0.5));
  const columns = factors.map(({ key, worse }) => {
    const readings = cases.map((one) => one.readings[key] ?? null);
    const counted = pooledBins(readings, isBad, { worse, bins, fewestCases: Math.ceil(fewestShare * cases.length) });
    const missing = {
      cases: readings.filter((reading) => reading === null).length,
      bads: readings.filter((reading, i) => reading === null && isBad[i]).length,
    };
    const woe = counted.map(evidence);
    const woeMissing = missing.cases === 0 ? 0 : evidence(missing);
    return { key, counted, woe, woeMissing, values: readings.map((one) => evidenceOf(one, counted, woe, woeMissing)) };
  });
  // Whoever turns round is left out, the strongest offender first, until every factor says what it says alone.
  let used = columns.filter(({ woe }) => woe.length > 1);
  let fitted = logisticFit(
    used.map(({ values }) => values),
    isBad,
  );
  for (let offender = worst(fitted.slopes); offender >= 0; offender = worst(fitted.slopes)) {
    used = used.filter((_, i) => i !== offender);
    fitted = logisticFit(
      used.map(({ values }) => values),
      isBad,
    );
  }
  const { factor, offset } = scoreScaling(scale);
  const points = (slope: number, woe: number) => Math.round(-slope * woe * factor) + 0;
  return {
    version: settings.version,
    from: settings.from,
    source: settings.source,
    scale,
    basePoints: Math.round(offset - fitted.intercept * factor),
    factors: used.map(({ key, counted, woe, woeMissing }, j) => {
      const slope = fitted.slopes[j] as number;
      const rows = counted.map(({ upTo }, i) => ({ upTo, points: points(slope, woe[i] as number) }));
      return { key, bins: withoutEqual(rows), missingPoints: points(slope, woeMissing) };
    }),
    leftOut: factors.map(({ key }) => key).filter((key) => !used.some((one) => one.key === key)),
    cases: cases.length,
    bads,
  };
}

/** The factor that turns its own evidence round the most; −1 when none does. */
function worst(slopes: readonly number[]): number {
  let at = -1;
  slopes.forEach((slope, i) => {
    if (slope >= 0 && (at < 0 || slope > (slopes[at] as number))) at = i;
  });
  return at;
}

function evidenceOf(
  reading: number | null,
  counted: readonly CountedBin[],
  woe: readonly number[],
  missing: number,
): number {
  if (reading === null) return missing;
  return woe[counted.findIndex(({ upTo }) => upTo === null || reading <= upTo)] ?? 0;
}

/** Bins side by side with the same whole points are one. */
function withoutEqual(bins: { upTo: number | null; points: number }[]): { upTo: number | null; points: number }[] {
  return bins.filter((bin, i) => bins[i + 1]?.points !== bin.points);
}
