import {
  type CreditCheckReport,
  emptyAccounts,
  emptyReport,
  type FiledAccounts,
  isCurrency,
} from '../../../analytics/index.js';
import type { ReadScale } from './provider.js';
import { amountAt, at, countAt, dayAt, listAt, minorOf, numberAt, objectAt, textAt } from './reading.js';

const SCALE = 'creditsafe-100';
const RATING = 'creditScore.currentCreditRating';
const STANDING = 'companySummary.companyStatus.description';
/** How registers call a procedure of who cannot pay; what members wind up is solvent, and what is over is none any more. */
const procedure =
  /\b(liquidat(?:ion|or|ed|ing)|administration|administrators?|receiver(?:ship)?|insolven(?:t|cy)|bankrupt(?:cy)?|winding[- ]up|wound up|voluntary arrangement|examinership|sequestration)\b/i;
const noProcedure =
  /\bsolvent\b|\bmembers['’]? ?voluntary\b|\b(?:ended|discharged|revoked|withdrawn|dismissed|rescinded)\b/i;

/**
 * What a report of Creditsafe says, in the one shape. `Not Rated`, `No credit rating`, `Credit Limit not applicable` and
 * the negative codes of Sweden are no numbers; the limit of 0 that comes with them is none either.
 */
export function creditsafeReport(report: unknown, scales: ReadScale): CreditCheckReport {
  const value = at(report, `${RATING}.providerValue.value`);
  const isOurScale = [null, 100].includes(numberAt(report, `${RATING}.providerValue.maxValue`));
  const scale = isOurScale ? scales(SCALE) : null;
  const reading = scale?.read(value) ?? null;
  const limit = amountAt(report, `${RATING}.creditLimit`);
  const isActive =
    { Active: true, NonActive: false }[textAt(report, 'companySummary.companyStatus.status') ?? ''] ?? null;
  return {
    ...emptyReport,
    failurePd: reading === null ? null : (licensedPd(report) ?? reading.band.pd),
    score: reading && scale ? { scale: scale.scale.title, value: reading.value } : null,
    band: textAt(report, `${RATING}.commonValue`) ?? reading?.band.label ?? null,
    suggestedLimit: reading === null && limit?.minor === 0 ? null : limit,
    daysBeyondTerms: numberAt(report, 'paymentData.dbt') ?? numberAt(report, 'paymentData.daysBeyondTerms'),
    judgments: countAt(report, 'negativeInformation.ccjSummary.numberOfExact'),
    possibleJudgments: countAt(report, 'negativeInformation.ccjSummary.numberOfPossible'),
    isActive,
    isInsolvent: isInProcedure(textAt(report, STANDING)),
    foundedOn: dayAt(report, 'companyIdentification.basicInformation.companyRegistrationDate'),
    employees: countAt(report, 'otherInformation.employeesInformation.0.numberOfEmployees'),
    turnover: amountAt(report, 'companySummary.latestTurnoverFigure'),
    accounts: accountsOf(listAt(report, 'financialStatements')),
    notes: notes(report, value, reading === null, isActive),
  };
}

/** Creditsafe has no field for it: only the words of the standing tell. Null where they say nothing of it. */
function isInProcedure(standing: string | null): boolean | null {
  return standing !== null && procedure.test(standing) && !noProcedure.test(standing) ? true : null;
}

/** The provider’s own chance, where the contract covers it: a share of one. */
function licensedPd(report: unknown): number | null {
  const pod = numberAt(report, `${RATING}.pod`);
  return pod !== null && pod > 0 && pod < 1 ? pod : null;
}

function notes(report: unknown, value: unknown, isNotScored: boolean, isActive: boolean | null): string[] {
  const told = [];
  if (isNotScored && typeof value === 'string' && value !== '')
    told.push(`Creditsafe’s value “${value.slice(0, 60)}” means “not scored”.`);
  const why =
    textAt(report, `${RATING}.providerDescription`) ??
    textAt(report, 'companySummary.creditRating.providerDescription');
  if (isNotScored && why !== null) told.push(`Creditsafe says: ${why.slice(0, 300)}.`);
  const description = textAt(report, STANDING);
  if ((isActive === false || isInProcedure(description)) && description !== null)
    told.push(`Its standing at Creditsafe: ${description.slice(0, 100)}.`);
  return told;
}

/** The newest statement; statements come newest first, and without a currency their figures are none. */
function accountsOf(statements: readonly unknown[]): FiledAccounts | null {
  const newest = statements.toSorted((a, b) =>
    (dayAt(b, 'yearEndDate') ?? '').localeCompare(dayAt(a, 'yearEndDate') ?? ''),
  )[0];
  const currency = textAt(newest, 'currency');
  if (!objectAt(newest, 'balanceSheet') || currency === null || !isCurrency(currency)) return null;
  const figure = (path: string) => minorOf(numberAt(newest, path), currency);
  const equity = figure('balanceSheet.totalShareholdersEquity');
  return {
    ...emptyAccounts,
    currency,
    madeUpTo: dayAt(newest, 'yearEndDate'),
    currentAssetsMinor: figure('balanceSheet.totalCurrentAssets'),
    currentLiabilitiesMinor: figure('balanceSheet.totalCurrentLiabilities'),
    totalAssetsMinor: figure('balanceSheet.totalAssets'),
    totalLiabilitiesMinor: figure('balanceSheet.totalLiabilities'),
    retainedEarningsMinor: figure('balanceSheet.revenueReserves'),
    ebitMinor: figure('profitAndLoss.operatingProfit'),
    equityMinor: equity,
    turnoverMinor: figure('profitAndLoss.revenue'),
    netWorthMinor: figure('otherFinancials.netWorth'),
    workingCapitalMinor: figure('otherFinancials.workingCapital'),
  };
}
