// biome-ignore-all assist/source/organizeImports: a table of contents, by theme and not by alphabet
// Arithmetic over payment histories: no framework, database, clock or randomness.

// money and days
export { convertMinor, currencyCodes, isCurrency, minorUnitExponent, roundMinor, toMajor, toMinor } from './money.js';
export {
  type Day,
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  firstOfMonth,
  isDay,
  monthOf,
} from './calendar.js';
export { isBusinessDay, nextBusinessDay, previousBusinessDay, weekday } from './business-days.js';
export { type CompanyNumberShape, companyNumberShape } from './company-number.js';
export { nameMatch, nameSimilarity, plainCompanyName, plainName, plainNameMatch } from './company-name.js';
export { type NameFound, NameIndex } from './name-index.js';
export { countryCode } from './countries.js';
export { amountInWords, countInWords, dayInWords } from './words.js';

// one customer's invoices, as of a day
export {
  type Allocation,
  type History,
  type HistoryInvoice,
  type HistoryRow,
  historyOf,
  mostlyCredited,
  smallRest,
} from './history.js';
export { type LateAmount, daysLate, daysPastDue, weightedDaysLate } from './days-late.js';
export { type AgedLateness, recencyWeightedDaysLate } from './days-late.js';
export { type DaysToPay, kaplanMeierDaysToPay } from './days-to-pay.js';
export { medianDaysLate } from './expected-days-late.js';

// the whole book
export type { Aging, AgingBucket, AgingInvoice, Unapplied } from './aging.js';
export { aging, agingBucket, agingBuckets } from './aging.js';
export { averageDaysDelinquent, bestPossibleDso, countBackDso, dso } from './dso.js';
export {
  type CollectionPeriod,
  collectionEffectiveness,
  currentShare,
  delinquency,
  receivablesTurnover,
} from './dso.js';
export { type Concentration, concentration } from './concentration.js';
export { expectedCreditLoss, lossRates, whereItEnds, withOutlook } from './provision.js';
export { type ForecastWindow, type LatenessPoint, cashForecast } from './forecast.js';

// how likely: shares, points, grades
export { betaCdf, betaQuantile } from './beta-quantile.js';
export { normalQuantile, normalTail } from './normal.js';
export { sha256 } from './sha256.js';
export {
  type LateCount,
  type ShrunkShare,
  shrunkMean,
  shrunkShare,
  weightOfOwn,
  wilsonInterval,
} from './late-share.js';
export {
  type ScoreScale,
  clampPoints,
  pdFromScore,
  pointsRange,
  scale,
  scoreFromPd,
  scoreScaling,
} from './score-scale.js';
export { type Grade, type GradeBands, grade, gradeBands, grades, pointsOfGrade } from './grade.js';

// what others say of a company: credit checks, their scales, filed accounts
export { type CompanyEvent, type CreditCheckAmount, type CreditCheckReport, emptyReport } from './credit-check.js';
export { type FiledAccounts, emptyAccounts } from './credit-check.js';
export { creditCheckInWords, yearsTrading } from './credit-check-words.js';
export { type BureauBand, type BureauReading, type BureauScale, bureauPd } from './bureau-scale.js';
export { bureauReading, bureauScale, wrongWithBands } from './bureau-scale.js';
export { paydexDaysBeyondTerms, weightedPaydex } from './paydex.js';
export {
  type AltmanFigures,
  type OhlsonFigures,
  altmanModels,
  altmanZonesOf,
  ohlsonO,
} from './accounts/altman-models.js';
export { type AccountsStrength, accountsStrength } from './accounts/accounts-strength.js';
export { strengthCard } from './accounts/strength-card.js';
export { type RatioFigures, accountRatios } from './accounts/account-ratios.js';
export { type AltmanScore, type AltmanZone, type AltmanZones, altmanZ, altmanZones } from './altman.js';

// the score of a customer, and its reasons
export {
  type BookPrior,
  type BookTotals,
  bookPrior,
  bookPriorFrom,
  emptyBookPrior,
  priorStrength,
} from './book-prior.js';
export type { Bin, Factor } from './factors/factor.js';
export { howLate } from './factors/how-late.js';
export { howOftenLate } from './factors/how-often-late.js';
export { trend } from './factors/trend.js';
export { overdueNow } from './factors/overdue-now.js';
export { steadiness } from './factors/steadiness.js';
export { timeKnown } from './factors/time-known.js';
export { weightOfOwnHistory } from './thin-history.js';
export { type CardFactor, type Scorecard, expertCard, factors, pointsOf } from './scorecard.js';
export { type Reason, type Score, score } from './score.js';
export { type PrintedFactor, type ScorecardFacts, expertCardFacts, scorecardTable } from './scorecard-table.js';
export { type Beside, type ScoreInputs, scoreInputs, weightOfKnown } from './score-inputs.js';
export { type ScoreFigures, scoreFigures } from './score-figures.js';
export { type Change, type WhatWouldChange, whatWouldChange } from './what-would-change.js';
export { type KeptScore, replayScore, scorecards } from './replay-score.js';
export { type MovedScore, type ScoreMove, reasonsBelowBest, scoreMoves } from './score-moves.js';

// what counts as a default, and how own history and credit checks are weighed
export type { DefaultCause, DefaultDefinition, DefaultEvent, DefaultFacts } from './default/default-event.js';
export { defaultEvents, defaultsNeeded } from './default/default-event.js';
export {
  type BlendedPd,
  type BlendRules,
  blendedPd,
  blendRules,
  blendRulesOf,
  blendSentence,
  cautiousPdRange,
  creditCheckStrength,
} from './default/blend.js';
export { type CreditCheckPrior, type DatedReport, creditCheckPrior, insolventSince } from './default/blend.js';
export {
  type ApplicationEvidence,
  type BlendedApplication,
  type OwnEvidence,
  blendedApplication,
} from './default/blended-application.js';
export { type FittedScorecard, type FitSettings, type ScorecardCase, fitScorecard } from './default/fit-scorecard.js';
export { type DefaultPart, defaultsToMeasure } from './default/default-parts.js';
export type { DefaultDrift, DefaultReport, DefaultWay } from './default/default-report.js';
export {
  type CustomerOnDay,
  type DefaultCohort,
  type DefaultsAtHand,
  type TrainedDefault,
  defaultsAtHand,
  trainDefault,
} from './default/train-default.js';
export { type CountedBin, type WorseWhen, pooledBins } from './default/pooled-bins.js';
export { type Judgments, judgmentPoints, judgmentsOn } from './default/judgments.js';
export { pdFromOdds, pdRange, pdWithinMonths, pooledPd } from './default/blend.js';

// how late each invoice will be paid
export { WorkingCalendar } from './lateness/working-calendar.js';
export {
  type PaymentCurve,
  delays,
  lastDay,
  medianDay,
  openOn,
  paidOnDays,
  unpaidAfter,
} from './lateness/payment-curve.js';
export { type LatenessSettings, type ScoreAt, scoringDay, teaches } from './lateness/lateness-settings.js';
export { type Correction, type LatenessModel, type Span, paymentCurve, termTitles } from './lateness/lateness-model.js';
export { ScoringWalk, inScoringOrder } from './lateness/scoring-walk.js';
export { wasLate } from './lateness/what-was-seen.js';
export { BookHabit } from './lateness/book-habit.js';
export { type LatenessReason, type NoBasis, type ToldLateness, tellLateness } from './lateness/tell-lateness.js';
export { latenessReasonInWords } from './lateness/lateness-words.js';
export { type LatenessPrediction, learningBookHabit, predictLateness } from './lateness/predict-lateness.js';
export { trainLateness, trainingLateness } from './lateness/train-lateness.js';
export { type Step, type Steps, finish } from './steps.js';
export {
  type LatenessValidation,
  type MeasuredWay,
  objections,
  validateLateness,
  validatingLateness,
} from './lateness/validate-lateness.js';
export {
  type DelayReport,
  type DriftMonth,
  type LatenessReport,
  type SegmentReport,
  latenessReport,
} from './lateness/lateness-report.js';

// how good a model is
export { type CalibrationBin, type ModelQuality, meanAbsoluteError, modelQuality } from './model-quality.js';
export {
  type CalibrationBand,
  type ChanceBand,
  type LiftBand,
  type RocPoint,
  calibrationBands,
  chanceDistribution,
  liftBands,
  rocCurve,
} from './model-charts.js';
export { binCounts, populationStability, stabilityEdges } from './population-stability.js';
export { type BandSeparation, bandSeparation } from './band-separation.js';
export {
  type CalibrationGroup,
  type CalibrationInTheLarge,
  binomialCalibrationTest,
  calibrationInTheLarge,
  chiSquaredAbove,
  hosmerLemeshow,
  recalibratedToPriorOdds,
  zeroDefaultUpperBound,
} from './calibration-tests.js';
export { monotoneRates } from './monotone-rates.js';
export {
  type WeightsOfEvidence,
  attributePoints,
  weightsOfEvidence,
  weightsOfEvidenceOfCounts,
} from './weight-of-evidence.js';

// the score of a prospect
export { type ApplicationFactor, type ApplicationInputs, applicationFactors } from './application-factors.js';
export { type ApplicationCard, applicationCard } from './application-card.js';
export { type ApplicationScore, applicationScore } from './application-score.js';
export { factorTitles } from './factor-titles.js';

// what we offer: exposure, limit, deposit, terms
export { type Exposure, creditUtilisation, exposure } from './exposure.js';
export { type SupplyRhythm, expectedLoss, exposureAtDefault, requiredExposure } from './exposure.js';
export { type LimitParts, gradeFactors, limitPayOnTime, limitRiskWeighted, payOnTimeRules } from './limit.js';
export {
  type DepositCase,
  type DepositOffer,
  depositAsked,
  depositRequired,
  depositSteps,
  roundDepositToStep,
} from './deposit.js';
export { breakevenPd } from './offers/breakeven-pd.js';
export {
  type EarlyPaymentDiscount,
  type YearlyRate,
  yearlyRateOfDiscount,
} from './offers/early-payment-discount.js';
export {
  type Acceptance,
  type Deal,
  type Offer,
  type OfferFigures,
  expectedProfit,
  offerAcceptance,
} from './offers/expected-profit.js';
export { type OfferChoices, bestOffer, flatZone, offerGrid, offersOf } from './offers/offer-grid.js';
export {
  type DepositReleaseRule,
  depositRelease,
  depositReleaseRule,
  type SinceDeposit,
} from './deposit-release.js';
export {
  type AgreedScore,
  type SteadyBand,
  steadiedPoints,
  steadiedRun,
  steadiedScore,
  steadyBand,
} from './renewal.js';
export { type OfferedTerms, type TermsLadder, offeredTerms, termsLadder } from './terms.js';

// what is left of a debt: collected, for a fee, or lost
export { type FeeTier, agencyFee, agencyFeeTiers } from './recovery/agency-fee.js';
export {
  type CollectabilityTable,
  collectability,
  collectabilityTable,
  expectedNetRecovery,
} from './recovery/collectability.js';
export { lastSafeDay } from './recovery/limitation.js';
export { instalment, planOf } from './recovery/payment-plan.js';
export { type DefaultCase, lossFromRecovery, lossGivenDefault } from './recovery/loss-given-default.js';

// what the law gives for late payment
export {
  type LatePaymentLaw,
  type ReferenceRate,
  euLatePaymentLaw,
  ukLatePaymentLaw,
} from './late-payment/late-payment-law.js';
export {
  defaultDueDay,
  fixedCompensation,
  interestWithPartPayments,
  referenceRateOn,
  statutoryInterest,
  statutoryRate,
  yearlyRateOfMonthly,
} from './late-payment/statutory-interest.js';

// what we do: remind, hold
export { preDueReminderDay, reminderDay } from './cadence.js';
export { localTime, minutesAheadOfUtc, sendTimeLocalToUtc } from './send-time.js';
export type { Campaign, ReminderAudience, ReminderChannel, ReminderStep } from './reminders/campaign.js';
export { defaultCampaign, isMessage, reminderChannels, wrongWithCampaign } from './reminders/campaign.js';
export { type SmsSize, smsSize } from './reminders/sms-size.js';
export type { NotRemindedReason, PauseReason, ReminderDay } from './reminders/reminder-step-state.js';
export {
  type ReminderInvoice,
  type StepState,
  isFor,
  pauseReasons,
  stepState,
} from './reminders/reminder-step-state.js';
export type { LeftOutStep, PlannedContact, PlanOfReminders } from './reminders/reminder-plan.js';
export { dueDaysOfPlan, planOfReminders, runOfReminders } from './reminders/reminder-plan.js';
export { isReminderLadder, remindedAs } from './reminders/reminder-ladder.js';
export { opensForSending } from './reminders/sending-window.js';
export { getsSecond, isHeldOut, randomPlace } from './reminders/holdout.js';
export { type ReminderKeyParts, reminderIdempotencyKey, reminderKeyText } from './reminders/reminder-key.js';
export {
  type PaidByDue,
  type Uplift,
  holdoutSampleSize,
  daysEarlier,
  type DaysToPayment,
  reminderUplift,
  upliftByCustomer,
} from './reminders/uplift.js';
export { FEWEST_IN_AN_ARM, type TrialAnswer, type TrialVerdict, trialAnswer } from './reminders/always-valid.js';
export { type PromiseStatus, type PromiseToPay, type PromisesKept, promisesKept } from './promises.js';
export type { HoldAction, HoldDecision, HoldFacts, HoldReason, HoldRules } from './hold.js';
export { holdDecision, holdRules } from './hold.js';
