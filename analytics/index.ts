// Arithmetic over payment histories: no framework, database, clock or randomness. A table of contents.

// the whole book
export {
  type Aging,
  type AgingBucket,
  type AgingInvoice,
  aging,
  agingBucket,
  agingBuckets,
  type Unapplied,
} from './aging.js';
export { type ApplicationCard, applicationCard } from './application-card.js';
// the score of a prospect
export { type ApplicationFactor, type ApplicationInputs, applicationFactors } from './application-factors.js';
export { type ApplicationScore, applicationScore } from './application-score.js';
// how likely: shares, scales, grades
export { betaCdf, betaQuantile } from './beta-quantile.js';
// the score of a customer, and its reasons
export {
  type BookPrior,
  type BookTotals,
  bookPrior,
  bookPriorFrom,
  emptyBookPrior,
  priorStrength,
} from './book-prior.js';
export { bureauBand, bureauPd } from './bureau-scale.js';
export { type BureauBand, type BureauScale, bureauScales } from './bureau-scales.js';
export { isBusinessDay, nextBusinessDay, previousBusinessDay, weekday } from './business-days.js';
// what we do: remind, hold
export { preDueReminderDay, reminderDay } from './cadence.js';
export {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  daysBetween,
  firstOfMonth,
  isDay,
  monthOf,
} from './calendar.js';
export { type Concentration, concentration } from './concentration.js';
export {
  type AgedLateness,
  daysLate,
  daysPastDue,
  type LateAmount,
  recencyWeightedDaysLate,
  weightedDaysLate,
} from './days-late.js';
export { type DaysToPay, kaplanMeierDaysToPay } from './days-to-pay.js';
export { type DepositCase, depositRequired, depositSteps, roundDepositToStep } from './deposit.js';
export {
  averageDaysDelinquent,
  bestPossibleDso,
  type CollectionPeriod,
  collectionEffectiveness,
  countBackDso,
  currentShare,
  delinquency,
  dso,
  receivablesTurnover,
} from './dso.js';
export { medianDaysLate } from './expected-days-late.js';
// what we offer: exposure, limit, deposit, terms
export {
  creditUtilisation,
  type Exposure,
  expectedLoss,
  exposure,
  exposureAtDefault,
  requiredExposure,
  type SupplyRhythm,
} from './exposure.js';
export type { Bin, Factor } from './factors/factor.js';
export { howLate } from './factors/how-late.js';
export { howOftenLate } from './factors/how-often-late.js';
export { overdueNow } from './factors/overdue-now.js';
export { steadiness } from './factors/steadiness.js';
export { timeKnown } from './factors/time-known.js';
export { trend } from './factors/trend.js';
export { cashForecast, type ForecastWindow, type LatenessPoint } from './forecast.js';
export { type Grade, type GradeBands, grade, gradeBands, grades } from './grade.js';
// one customer's invoices as of a day
export { type Allocation, type History, type HistoryInvoice, type HistoryRow, historyOf } from './history.js';
export {
  type HoldAction,
  type HoldDecision,
  type HoldFacts,
  type HoldReason,
  type HoldRules,
  holdDecision,
  holdRules,
} from './hold.js';
export {
  type LateCount,
  type ShrunkShare,
  shrunkMean,
  shrunkShare,
  weightOfOwn,
  wilsonInterval,
} from './late-share.js';
export { gradeFactors, type LimitParts, limitPayOnTime, limitRiskWeighted, payOnTimeRules } from './limit.js';
// money and days
export { convertMinor, currencyCodes, isCurrency, minorUnitExponent, roundMinor, toMajor, toMinor } from './money.js';
export { type Reason, type Score, score } from './score.js';
export {
  clampPoints,
  pdFromScore,
  pointsRange,
  type ScoreScale,
  scale,
  scoreFromPd,
  scoreScaling,
} from './score-scale.js';
export { type CardFactor, expertCard, factors, pointsOf, type Scorecard } from './scorecard.js';
export { type OfferedTerms, offeredTerms, type TermsLadder, termsLadder } from './terms.js';
export { weightOfOwnHistory } from './thin-history.js';
