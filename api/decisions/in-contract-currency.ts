import type { CreditCheckReport } from '../../analytics/index.js';
import type { Rates } from '../ledger/rates.service.js';
import type { Application } from './application.js';
import { ApplicationNotRight } from './decisions.errors.js';
import type { Finding } from './findings.js';

/** What of a report is counted in money and bounds a limit. */
type Amounts = Pick<CreditCheckReport, 'accounts' | 'suggestedLimit'>;

/** The same amounts in the currency of the contract by the rates of the day, and that they were; without a rate a person must look. */
export function inContractCurrency<Report extends Amounts>(
  report: Report,
  currency: string,
  { factors }: Rates,
): { report: Report; findings: Finding[] } {
  const { accounts, suggestedLimit } = report;
  const isCounted = accounts !== null && (accounts.netWorthMinor !== null || accounts.workingCapitalMinor !== null);
  const others = [isCounted ? accounts.currency : currency, suggestedLimit?.currency ?? currency];
  const foreign = [...new Set(others)].filter((of) => of !== currency);
  const to = factors.get(currency);
  const rateOf = (of: string) => (of === currency ? 1 : to === undefined ? null : (factors.get(of) ?? 0) / to || null);
  const inIts = (minor: number | null, of: string) => {
    const rate = rateOf(of);
    return minor === null || rate === null ? null : Math.round(minor * rate);
  };
  const limitMinor = suggestedLimit && inIts(suggestedLimit.minor, suggestedLimit.currency);
  return {
    report: {
      ...report,
      accounts: accounts && {
        ...accounts,
        currency,
        netWorthMinor: inIts(accounts.netWorthMinor, accounts.currency),
        workingCapitalMinor: inIts(accounts.workingCapitalMinor, accounts.currency),
      },
      suggestedLimit: limitMinor === null ? null : { minor: limitMinor, currency },
    },
    findings: foreign.map((of) => finding(of, currency, rateOf(of) !== null)),
  };
}

function finding(of: string, currency: string, hasRate: boolean): Finding {
  if (hasRate)
    return {
      rule: 'currency',
      weight: 'note',
      sentence: `The credit check counts in ${of}: taken in ${currency} at the rate of the book.`,
    };
  return {
    rule: 'currency',
    weight: 'refer',
    sentence: `The credit check counts in ${of}, which has no exchange rate to ${currency}: enter it in the settings, and vet it again. Its amounts were left out.`,
  };
}

const FIGURES = { netWorthMinor: 'net worth', workingCapitalMinor: 'working capital' } as const;

/** Refuses the figure of a report in another currency that was copied as it stood there. */
export function mustBeInItsCurrency(of: Application, { accounts }: Amounts): void {
  if (!accounts || accounts.currency === of.currency) return;
  const wrong = (Object.keys(FIGURES) as (keyof typeof FIGURES)[])
    .filter((field) => of[field] !== null && of[field] !== 0 && of[field] === accounts[field])
    .map((field) => ({
      field,
      sentence: `The credit check tells this ${FIGURES[field]} in ${accounts.currency}, and the contract is in ${of.currency}. Leave it out, and it is taken at the rate of the book; or say what it is in ${of.currency}.`,
    }));
  if (wrong.length > 0) throw new ApplicationNotRight(wrong);
}
