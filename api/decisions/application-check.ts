import { type BureauScale, companyNumberShape, countryCode, isCurrency } from '../../analytics/index.js';
import { MOST_MINOR } from '../shared/money.view.js';
import type { Application } from './application.js';

/** Each field that cannot be right, with a sentence that says why and what to do. */
export function wrongWith(of: Application, scales: readonly BureauScale[]): { field: string; sentence: string }[] {
  const wrong: { field: string; sentence: string }[] = [];
  const must = (holds: boolean, field: keyof Application, sentence: string) => {
    if (!holds) wrong.push({ field, sentence });
  };
  must(of.companyName !== '', 'companyName', 'Give the name of the company or person.');
  must(
    isCurrency(of.currency),
    'currency',
    `“${of.currency}” is not a currency: give the three letters of ISO 4217, such as EUR.`,
  );
  must(
    of.country === null || countryCode(of.country) !== null,
    'country',
    `“${of.country}” is not a country: give the two letters of ISO 3166, such as DE.`,
  );
  must(of.contractValueMinor > 0, 'contractValueMinor', 'The contract must be worth more than nothing.');
  must(of.monthlyRunMinor > 0, 'monthlyRunMinor', 'Say what will be invoiced in a month: more than nothing.');
  must(
    of.monthlyRunMinor <= of.contractValueMinor,
    'monthlyRunMinor',
    'A month cannot be worth more than the whole contract: lower the one or raise the other.',
  );
  must(isWithin(of.termsDaysAsked, 0, 365), 'termsDaysAsked', 'Terms are between 0 and 365 days.');
  must(isWithin(of.billingPeriodDays, 1, 365), 'billingPeriodDays', 'A billing period is between 1 and 365 days.');
  must(
    of.margin === null || isWithin(of.margin, 0, 1),
    'margin',
    `A margin is a share of the contract between 0 and 1, not ${of.margin}: 0.3 for 30 %.`,
  );
  must((of.limitAskedMinor ?? 0) >= 0, 'limitAskedMinor', 'A limit cannot be less than nothing.');
  must(of.setUpCostMinor >= 0, 'setUpCostMinor', 'Set-up cost cannot be less than nothing.');
  // A month has up to 31 days: what is sold for a month may be invoiced at its end.
  const contractDays = (of.contractValueMinor * 365) / (of.monthlyRunMinor * 12);
  must(
    !(of.contractValueMinor > 0 && of.monthlyRunMinor > 0) || of.billingPeriodDays <= Math.max(31, contractDays),
    'billingPeriodDays',
    `The contract runs for some ${Math.round(contractDays)} days (its value by what is invoiced in a month): a billing period of ${of.billingPeriodDays} days is longer.`,
  );
  const numberShape = of.registrationNumber === null ? null : companyNumberShape(of.country);
  must(
    numberShape === null || numberShape.pattern.test(of.registrationNumber ?? ''),
    'registrationNumber',
    `“${of.registrationNumber}” is no company number of ${numberShape?.country}: ${numberShape?.inWords}.`,
  );
  must(of.workInProgressMinor >= 0, 'workInProgressMinor', 'Work in progress cannot be less than nothing.');
  must(
    of.yearsTrading === null || isWithin(of.yearsTrading, 0, 1000),
    'yearsTrading',
    'Years trading are between 0 and 1,000.',
  );
  must(
    of.judgments === null || (Number.isInteger(of.judgments) && of.judgments >= 0),
    'judgments',
    'The number of judgments is a whole number, 0 or more.',
  );
  for (const field of [
    'contractValueMinor',
    'monthlyRunMinor',
    'workInProgressMinor',
    'setUpCostMinor',
    'limitAskedMinor',
    'netWorthMinor',
    'workingCapitalMinor',
  ] as const) {
    must(
      Math.abs(of[field] ?? 0) <= MOST_MINOR,
      field,
      'That is more than any company has: is it in minor units of the currency?',
    );
  }
  const failureScales = scales.filter(({ measures }) => measures === 'failure');
  const scale = failureScales.find(({ key }) => key === of.bureauScale);
  must(
    of.bureauScale === null || scale !== undefined,
    'bureauScale',
    `We do not know the scale “${of.bureauScale}”. Known are ${failureScales.map(({ key }) => key).join(', ')}.`,
  );
  must(of.bureauScore === null || of.bureauScale !== null, 'bureauScale', 'Say on which scale the bureau’s score is.');
  must(
    of.bureauScore !== null || of.bureauScale === null,
    'bureauScore',
    'Give the bureau’s score, or leave its scale out.',
  );
  if (scale && of.bureauScore !== null && !scale.notScored.includes(of.bureauScore)) {
    const lowest = Math.min(...scale.bands.map(({ lo }) => lo));
    const highest = Math.max(...scale.bands.map(({ hi }) => hi));
    must(
      isWithin(of.bureauScore, lowest, highest),
      'bureauScore',
      `On the scale ${scale.title} a score is between ${lowest} and ${highest}, not ${of.bureauScore}.`,
    );
  }
  return wrong;
}

const isWithin = (value: number, from: number, to: number) => value >= from && value <= to;
