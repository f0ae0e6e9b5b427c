import { accountsStrength } from './accounts/accounts-strength.js';
import { altmanZ } from './altman.js';
import { type Day, daysBetween } from './calendar.js';
import type { CreditCheckReport } from './credit-check.js';
import { amountInWords, countInWords, dayInWords } from './words.js';

/**
 * Whole years since a company was founded; null when nobody says since when, or it lies ahead.
 * Example: founded on 2011-03-01, it is 15 on 2026-11-22.
 */
export function yearsTrading({ foundedOn }: CreditCheckReport, on: Day): number | null {
  if (foundedOn === null) return null;
  const days = daysBetween(foundedOn, on);
  return days < 0 ? null : Math.floor(days / 365.25);
}

/**
 * What a credit check says, as a colleague would tell it: the worst first, then the score, its payments, its size and
 * its accounts. What is not known is said where it matters, and left out elsewhere.
 * Example: a report of a score alone begins with “The chance of failure within a year is 1.5 %, in the band B.”
 */
export function creditCheckInWords(of: CreditCheckReport, on: Day): string[] {
  return [...standing(of), ...score(of), ...payments(of), ...size(of, on), ...accounts(of), ...of.notes];
}

function standing({ isActive, isInsolvent, events, accountsOverdue }: CreditCheckReport): string[] {
  const told = [];
  if (isInsolvent) told.push('It is in an insolvency procedure.');
  if (isActive === false) told.push('The register has it as closed.');
  for (const { what, on } of events) told.push(`${what}${on === null ? '' : `, ${dayInWords(on)}`}.`);
  if (accountsOverdue) told.push('Its accounts are overdue at the register.');
  return told;
}

function score({ failurePd, delinquencyPd, score: of, band, suggestedLimit }: CreditCheckReport): string[] {
  const inBand = band === null ? '' : `, in the band ${band}`;
  const told = [
    failurePd === null
      ? `Not scored${inBand}: no chance of failure is known.`
      : `The chance of failure within a year is ${percent(failurePd)}${inBand}${of === null ? '' : ` (${of.value} on ${of.scale})`}.`,
  ];
  if (delinquencyPd !== null)
    told.push(`The chance of paying 90 days late or not at all is ${percent(delinquencyPd)}.`);
  if (suggestedLimit !== null)
    told.push(`A limit of ${amountInWords(suggestedLimit.minor, suggestedLimit.currency)} is suggested.`);
  return told;
}

function payments({ daysBeyondTerms: days, judgments, possibleJudgments: possible }: CreditCheckReport): string[] {
  const told = [];
  if (days !== null && days > 0) told.push(`It pays others ${countInWords(days, 'day')} beyond terms.`);
  if (days !== null && days <= 0)
    told.push(
      days === 0 ? 'It pays others on terms.' : `It pays others ${countInWords(-days, 'day')} sooner than terms.`,
    );
  if (judgments !== null)
    told.push(
      judgments === 0 ? 'No court judgments are on record.' : `${countInWords(judgments, 'unpaid court judgment')}.`,
    );
  if (possible !== null && possible > 0)
    told.push(
      `${countInWords(possible, 'further judgment')} may be another’s of a like name: look before acting on ${possible === 1 ? 'it' : 'them'}.`,
    );
  return told;
}

function size(of: CreditCheckReport, on: Day): string[] {
  const years = yearsTrading(of, on);
  const told = [];
  if (years !== null)
    told.push(years === 0 ? 'It is less than a year old.' : `It is ${countInWords(years, 'year')} old.`);
  if (of.employees !== null) told.push(`It employs ${countInWords(of.employees, 'person', 'people')}.`);
  if (of.turnover !== null)
    told.push(`It turns over ${amountInWords(of.turnover.minor, of.turnover.currency)} a year.`);
  return told;
}

function accounts({ accounts: of }: CreditCheckReport): string[] {
  if (of === null) return [];
  const { z, zone, missing } = altmanZ(of);
  const asOf = of.madeUpTo === null ? '' : ` to ${dayInWords(of.madeUpTo)}`;
  const told = [];
  if (of.netWorthMinor !== null)
    told.push(`Net worth ${amountInWords(of.netWorthMinor, of.currency)} by the accounts${asOf}.`);
  told.push(
    z === null
      ? `Altman’s Z″ and our strength score are not computable: the accounts${asOf} do not give ${missing.join(', ')}.`
      : `Altman’s Z″ is ${z.toFixed(2)}${zone === 'grey' ? ', in the grey zone' : zone === 'safe' ? ', in the safe zone' : ', in the zone of distress'}.`,
  );
  const { points, pd } = accountsStrength(of);
  if (points !== null && pd !== null)
    told.push(
      `Our strength score of the accounts is ${points}: of listed companies like it, ${percent(pd)} failed in the sample it was fitted on.`,
    );
  return told;
}

const percent = (share: number) => `${Number((share * 100).toPrecision(2))} %`;
