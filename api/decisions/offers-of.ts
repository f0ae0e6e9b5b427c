import {
  type Deal,
  depositRequired,
  expectedProfit,
  flatZone,
  type Grade,
  lossGivenDefault,
  type OfferFigures,
  toMinor,
} from '../../analytics/index.js';
import type { Application } from './application.js';
import type { Policy } from './policy.js';

/** An offer with its figures, and whether the policy lets it be made. */
export interface JudgedOffer extends OfferFigures {
  isWithinPolicy: boolean;
  isNearlyBest: boolean;
}

/** What the contract is judged by: from the application where it says, else from the policy. */
export function dealOf(of: Application, pd: number, policy: Policy): Deal {
  const lgd = lossGivenDefault({
    insolvencyShare: policy.insolvencyShare,
    insolvencyLoss: policy.insolvencyLoss,
    collectability: policy.collectedOtherwise,
    feeShare: policy.agencyFee,
  });
  return {
    contractMinor: of.contractValueMinor,
    monthlySalesMinor: of.monthlyRunMinor,
    workInProgressMinor: of.workInProgressMinor + of.setUpCostMinor,
    margin: of.margin ?? policy.margin,
    pd,
    lgd: of.hasGuarantee ? lgd * (1 - policy.guaranteeCovers) : lgd,
    daysToHold: policy.daysToHold,
    noticeDays: policy.noticeDays,
    fundingRate: policy.fundingRate,
    adminMinor: toMinor(policy.adminMajor.toFixed(4), of.currency),
    acceptance: {
      base: policy.acceptanceBase,
      perDeposit: policy.acceptancePerDeposit,
      perThirtyDaysSooner: policy.acceptancePerThirtyDaysSooner,
      perThirtyDaysBilledSooner: policy.acceptancePerThirtyDaysBilledSooner,
      termsDaysAsked: of.termsDaysAsked,
      billingPeriodDaysAsked: of.billingPeriodDays,
    },
  };
}

/** All offers from the policy’s deposits, terms and billing periods, none longer than asked for, each judged. */
export function judgedOffers(
  of: Application,
  grade: Grade,
  deal: Deal,
  unsecuredMinor: number,
  policy: Policy,
): JudgedOffer[] {
  const longest = of.isKnown ? policy.knownTermsDays[grade] : policy.newTermsDays[grade];
  const leastShare = of.isKnown ? policy.knownDepositShare[grade] : policy.newDepositShare[grade];
  const floor = {
    longest,
    leastShare,
    unsecuredMinor,
    toleranceMinor: of.contractValueMinor * policy.toleratedLossShare,
  };
  const offers = choices(policy.termsDays, Math.min(longest, of.termsDaysAsked), of.termsDaysAsked).flatMap(
    (termsDays) =>
      choices(policy.billingPeriods, of.billingPeriodDays, of.billingPeriodDays).flatMap((billingPeriodDays) =>
        depositsAt({ termsDays, billingPeriodDays }, deal, floor, policy.depositShares),
      ),
  );
  const allowed = offers.filter(({ isWithinPolicy }) => isWithinPolicy);
  const nearlyBest = new Set(flatZone(allowed, { share: policy.flatShare, minor: 0 }));
  return offers.map((offer) => ({ ...offer, isNearlyBest: nearlyBest.has(offer) }));
}

/** The policy’s steps up to what was asked, what was asked itself, and the floor’s longest. */
function choices(steps: readonly number[], floor: number, asked: number): number[] {
  const all = new Set([...steps.filter((step) => step <= asked), Math.min(floor, asked), asked]);
  return [...all].sort((a, b) => a - b);
}

interface Floor {
  longest: number;
  leastShare: number;
  unsecuredMinor: number;
  toleranceMinor: number;
}

/** Deposits from nothing to all that can be lost: more than that is never asked for. */
function depositsAt(
  at: { termsDays: number; billingPeriodDays: number },
  deal: Deal,
  { longest, leastShare, unsecuredMinor, toleranceMinor }: Floor,
  steps: readonly number[],
): (OfferFigures & { isWithinPolicy: boolean })[] {
  const { eadMinor } = expectedProfit({ ...at, depositShare: 0 }, deal);
  const all = eadMinor / deal.contractMinor;
  const { pd, lgd } = deal;
  const needed = depositRequired({ eadMinor, pd, lgd, toleranceMinor, unsecuredLimitMinor: unsecuredMinor });
  const least = Math.min(all, Math.max(leastShare, needed / deal.contractMinor));
  const shares = [...steps.filter((step) => step < all), all];
  return shares.map((depositShare) => ({
    ...expectedProfit({ ...at, depositShare }, deal),
    isWithinPolicy: at.termsDays <= longest && depositShare >= least - 1e-9,
  }));
}
