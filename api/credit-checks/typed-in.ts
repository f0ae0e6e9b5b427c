import {
  addDays,
  type BureauScale,
  bureauReading,
  type CreditCheckReport,
  type Day,
  emptyAccounts,
  emptyReport,
} from '../../analytics/index.js';

/** What a person types in of a report; what is not known is null. Amounts in minor units of the currency. */
export interface TypedIn {
  bureauScale: string | null;
  bureauScore: number | null;
  daysBeyondTerms: number | null;
  judgments: number | null;
  yearsTrading: number | null;
  insolvent: boolean | null;
  accountsOverdue: boolean | null;
  currency: string;
  suggestedLimitMinor: number | null;
  netWorthMinor: number | null;
  workingCapitalMinor: number | null;
  currentAssetsMinor: number | null;
  currentLiabilitiesMinor: number | null;
  totalAssetsMinor: number | null;
  totalLiabilitiesMinor: number | null;
  retainedEarningsMinor: number | null;
  ebitMinor: number | null;
}

/** What was typed in, in the one shape. */
export function reportTypedIn(of: TypedIn, scale: BureauScale | null, on: Day): CreditCheckReport {
  const reading = scale && of.bureauScore !== null ? bureauReading(scale, of.bureauScore) : null;
  const isFailure = scale?.measures === 'failure';
  return {
    ...emptyReport,
    failurePd: isFailure ? (reading?.band.pd ?? null) : null,
    delinquencyPd: isFailure ? null : (reading?.band.pd ?? null),
    score: scale && reading ? { scale: scale.title, value: reading.value } : null,
    band: reading?.band.label ?? null,
    suggestedLimit: of.suggestedLimitMinor === null ? null : { minor: of.suggestedLimitMinor, currency: of.currency },
    daysBeyondTerms: of.daysBeyondTerms,
    judgments: of.judgments,
    accountsOverdue: of.accountsOverdue,
    isInsolvent: of.insolvent,
    foundedOn: of.yearsTrading === null ? null : addDays(on, -Math.ceil(of.yearsTrading * 365.25)),
    accounts: accountsOf(of),
    notes:
      of.bureauScore !== null && reading === null ? [`The bureau’s value ${of.bureauScore} means “not scored”.`] : [],
  };
}

/** Null when none of its figures was typed. */
function accountsOf(of: TypedIn): CreditCheckReport['accounts'] {
  const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  const figures = {
    currentAssetsMinor: of.currentAssetsMinor,
    currentLiabilitiesMinor: of.currentLiabilitiesMinor,
    totalAssetsMinor: of.totalAssetsMinor,
    totalLiabilitiesMinor: of.totalLiabilitiesMinor,
    retainedEarningsMinor: of.retainedEarningsMinor,
    ebitMinor: of.ebitMinor,
    equityMinor: less(of.totalAssetsMinor, of.totalLiabilitiesMinor),
    netWorthMinor: of.netWorthMinor,
    workingCapitalMinor: of.workingCapitalMinor ?? less(of.currentAssetsMinor, of.currentLiabilitiesMinor),
  };
  const isThere = Object.values(figures).some((figure) => figure !== null);
  return isThere ? { ...emptyAccounts, ...figures, currency: of.currency } : null;
}
