import { type OfferFigures, roundMinor } from '../../analytics/index.js';
import { caller } from '../shared/caller.js';
import { money } from '../shared/money.view.js';
import type { Application } from './application.js';
import type { Recommendation } from './decision.view.js';
import { withoutOthers } from './findings.js';
import type { KeptRecommendation } from './keep-decision.service.js';
import type { JudgedOfferView } from './offer.view.js';
import type { JudgedOffer } from './offers-of.js';
import type { Outcome } from './outcome.js';

/** What was kept before policies were documents says less. */
type Shown = Omit<KeptRecommendation, LaterKey> &
  Partial<Pick<KeptRecommendation, LaterKey>> & { offers?: JudgedOffer[] };
type LaterKey =
  | 'evidence'
  | 'principalReasons'
  | 'best'
  | 'deal'
  | 'levers'
  | 'instruments'
  | 'discount'
  | 'releaseRule'
  | 'reminderLadder'
  | 'validUntil'
  | 'reviewOn'
  | 'billingPeriodDays';

export function shown(record: Shown): Recommendation {
  const amount = (minor: number) => money(minor, record.currency);
  return {
    ...record,
    evidence: record.evidence ?? null,
    outcome: record.outcome as Outcome,
    grade: record.grade as Recommendation['grade'],
    reasons: [...record.reasons],
    principalReasons: record.principalReasons ?? [],
    limit: amount(record.limitMinor),
    limitParts: record.limitParts.map(({ minor, ...part }) => ({
      ...part,
      amount: minor === null ? null : amount(minor),
    })),
    requiredExposure: amount(record.requiredExposureMinor),
    exposureAtDefault: amount(record.exposureAtDefaultMinor),
    expectedLoss: amount(record.expectedLossMinor),
    deposit: amount(record.depositMinor),
    billingPeriodDays: record.billingPeriodDays ?? null,
    best: record.best ? shownOffer(record.best) : null,
    offers: record.offers?.map(shownOffer) ?? null,
    instruments: record.instruments ?? [],
    findings: (record.findings ?? []).map((finding) => (caller().seesOnlyOwn ? withoutOthers(finding) : finding)),
    deal: record.deal ?? null,
    levers: (record.levers ?? []).map((lever) => ({
      ...lever,
      outcome: lever.outcome as Outcome,
      deposit: amount(lever.depositMinor),
      limit: amount(lever.limitMinor),
      profit: amount(lever.profitMinor),
    })),
    earlyPaymentDiscount: record.discount ?? null,
    releaseRule: record.releaseRule ?? null,
    reminderLadder: record.reminderLadder ?? null,
    validUntil: record.validUntil ?? null,
    reviewOn: record.reviewOn ?? null,
  };
}

/** Rounded once, where it is shown. */
function shownOffer(of: JudgedOffer): JudgedOfferView {
  const { depositShare, termsDays, billingPeriodDays, acceptance, isWithinPolicy, isNearlyBest } = of;
  const minor = (key: keyof OfferFigures) => roundMinor(of[key]);
  return {
    ...{ depositShare, termsDays, billingPeriodDays, acceptance, isWithinPolicy, isNearlyBest },
    depositMinor: minor('depositMinor'),
    exposureAtDefaultMinor: minor('eadMinor'),
    atRiskMinor: minor('atRiskMinor'),
    marginMinor: minor('marginMinor'),
    expectedLossMinor: minor('expectedLossMinor'),
    fundingMinor: minor('fundingMinor'),
    adminMinor: minor('adminMinor'),
    profitMinor: minor('profitMinor'),
  };
}

/** What a decision was made from, without the names of others for whoever sees only their own customers. */
export function shownInputs(inputs: unknown): unknown {
  const { findings } = inputs as Partial<Application>;
  return caller().seesOnlyOwn && findings
    ? { ...(inputs as Application), findings: findings.map(withoutOthers) }
    : inputs;
}
