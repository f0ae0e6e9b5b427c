import {
  accountsStrength,
  altmanZ,
  creditCheckInWords,
  type Day,
  daysBetween,
  yearsTrading,
} from '../../analytics/index.js';
import { money } from '../shared/money.view.js';
import type { AltmanZoneName, CreditCheck, CreditCheckReport } from './credit-check.view.js';
import type { CreditCheckRow } from './keep-credit-check.js';

/** A credit check as the API shows it, today. */
export function shownCreditCheck({ report, ...row }: CreditCheckRow, today: Day): CreditCheck {
  return {
    ...row,
    ageDays: Math.max(0, daysBetween(row.reportedOn, today)),
    report: inView(report, row.reportedOn),
  };
}

function inView(of: CreditCheckRow['report'], reportedOn: Day): CreditCheckReport {
  const { accounts } = of;
  const amount = (minor: number | null | undefined) =>
    accounts && minor !== null && minor !== undefined ? money(minor, accounts.currency) : null;
  const { z, zone, missing } = altmanZ(accounts);
  return {
    ...of,
    sentences: creditCheckInWords(of, reportedOn),
    yearsTrading: yearsTrading(of, reportedOn),
    netWorth: amount(accounts?.netWorthMinor),
    workingCapital: amount(accounts?.workingCapitalMinor),
    accountsTo: accounts?.madeUpTo ?? null,
    strength: accountsStrength(accounts),
    altman: { z, zone: zone as AltmanZoneName | null, missing },
  };
}
