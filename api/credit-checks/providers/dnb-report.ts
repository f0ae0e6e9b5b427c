import { type CreditCheckReport, emptyReport, paydexDaysBeyondTerms } from '../../../analytics/index.js';
import type { ReadScale } from './provider.js';
import { amountAt, at, booleanAt, countAt, foundedAt, listAt, numberAt, textAt } from './reading.js';

const ASSESSMENT = 'dnbAssessment';

/**
 * What the data blocks of D&B say, in the one shape. A national percentile of 0 is “not scored”, and what a percentile
 * means differs by country: where the installation has no table for it, it is no chance.
 */
export function dnbReport(of: unknown, scales: ReadScale): CreditCheckReport {
  const country = (textAt(of, 'countryISOAlpha2Code') ?? 'xx').toLowerCase();
  const failure = read(of, 'failure', country, scales);
  const delinquency = read(of, 'delinquency', country, scales);
  const paydex = numberAt(of, 'businessTrading.0.summary.0.paydexScore');
  const status = textAt(of, 'dunsControlStatus.operatingStatus.description');
  return {
    ...emptyReport,
    failurePd: failure.pd,
    delinquencyPd: delinquency.pd,
    score: failure.score,
    band: textAt(of, `${ASSESSMENT}.standardRating.rating`),
    suggestedLimit: amountAt(of, `${ASSESSMENT}.creditLimitRecommendation.maximumRecommendedLimit`),
    daysBeyondTerms: paydex === null ? null : paydexDaysBeyondTerms(paydex),
    judgments: judgmentsOf(of),
    isInsolvent: booleanAt(of, 'legalEvents.hasOpenBankruptcy'),
    isActive: status === null ? null : !/out of business/i.test(status),
    events: booleanAt(of, 'legalEvents.hasOpenBankruptcy')
      ? [{ what: 'Bankruptcy open', on: null, isInsolvency: true }]
      : [],
    foundedOn: foundedAt(of, 'incorporatedDate') ?? foundedAt(of, 'startDate'),
    employees: countAt(of, 'numberOfEmployees.0.value'),
    turnover: amountAt(of, 'financials.0.yearlyRevenue.0'),
    notes: [...failure.notes, ...delinquency.notes, ...notes(of)],
  };
}

interface Read {
  pd: number | null;
  score: CreditCheckReport['score'];
  notes: string[];
}

function read(of: unknown, what: 'failure' | 'delinquency', country: string, scales: ReadScale): Read {
  const percentile = at(of, `${ASSESSMENT}.${what}Score.nationalPercentile`);
  const title = `${what} score`;
  if (percentile === undefined || percentile === null) return { pd: null, score: null, notes: [] };
  const scale = scales(`dnb-${what}-percentile-${country}`);
  if (percentile === 0 || percentile === '0')
    return { pd: null, score: null, notes: [`The ${title} is 0, which means “not scored”.`] };
  if (scale === null)
    return {
      pd: null,
      score: null,
      notes: [
        `The ${title} is ${String(percentile).slice(0, 10)} of 100; what that means in ${country.toUpperCase()} is not in the table of scales, so it is no chance.`,
      ],
    };
  const reading = scale.read(percentile);
  if (reading === null)
    return { pd: null, score: null, notes: [`The ${title} “${String(percentile).slice(0, 10)}” is no score.`] };
  return { pd: reading.band.pd, score: { scale: scale.scale.title, value: reading.value }, notes: [] };
}

/** Where only is said that there are some, it is at least one. */
function judgmentsOf(of: unknown): number | null {
  const has = booleanAt(of, 'legalEvents.hasOpenJudgments');
  if (has === null) return null;
  return has ? Math.max(1, countAt(of, 'legalEvents.judgments.periodSummary.12Months.totalCount') ?? 1) : 0;
}

function notes(of: unknown): string[] {
  const rating = `${ASSESSMENT}.standardRating`;
  const reasons = [...listAt(of, `${rating}.ratingOverrideReasons`), ...listAt(of, `${rating}.ratingReason`)];
  const told = reasons
    .flatMap((reason) => textAt(reason, 'description')?.slice(0, 200) ?? [])
    .map((text) => `D&B says: ${text}.`);
  if (booleanAt(of, 'legalEvents.hasOpenLiens')) told.push('Liens are open.');
  return told;
}
