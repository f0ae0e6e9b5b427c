import type { Grade } from '../../analytics/index.js';

export type ByGrade<T> = Readonly<Record<Grade, T>>;
export type SettingValue = number | readonly number[] | ByGrade<number> | ByGrade<string>;

/** What a value must be: `share` between 0 and 1, `days` whole and within ten years, `number` any number not below nought. */
export type SettingKind = 'share' | 'days' | 'number' | 'word';

interface Setting<T extends SettingValue> {
  readonly group: string;
  readonly title: string;
  readonly kind: SettingKind;
  readonly unit: string;
  readonly value: T;
  readonly source: string;
}

const OURS = 'Our convention of November 2026.';
const ASSUMED = 'An assumption: no usable figure is published. Replace it by what your own offers and outcomes say.';
const grades = <T>(A: T, B: T, C: T, D: T, E: T): ByGrade<T> => ({ A, B, C, D, E });
const setting = <T extends SettingValue>(
  group: string,
  kind: SettingKind,
  unit: string,
  value: T,
  title: string,
  source = OURS,
): Setting<T> => ({ group, kind, unit, value, title, source });

const share = <T extends SettingValue>(group: string, value: T, title: string, source?: string) =>
  setting(group, 'share', 'share of one', value, title, source);
/** Whether something is proposed to a customer of each grade. */
const proposed = (title: string, value: ByGrade<string>, source?: string) =>
  setting('Conditions', 'word', 'yes or no', value, title, source);
const days = <T extends SettingValue>(group: string, value: T, title: string, source?: string) =>
  setting(group, 'days', 'days', value, title, source);

/** Every threshold, grid, floor and assumption of a recommendation, with its default and where that comes from. */
export const policySettings = {
  insolvencyShare: share('Loss', 0.7, 'Defaults that are insolvencies', ASSUMED),
  insolvencyLoss: share(
    'Loss',
    1,
    'Lost in an insolvency',
    'UK voluntary liquidations pay unsecured creditors nothing in 86 % of cases, at the median nothing: Insolvency Service, 17 December 2024.',
  ),
  collectedOtherwise: share(
    'Loss',
    0.521,
    'Collected of other defaults',
    'Half a year past due: Commercial Collection Agency Association, 18 October 2004; United States.',
  ),
  agencyFee: share(
    'Loss',
    0.25,
    'Fee of a collection agency',
    'Contingency fees of 15 to 40 % in the United States; several agencies.',
  ),
  guaranteeCovers: share('Loss', 0.5, 'Loss that a guarantee or insurance takes away', ASSUMED),

  daysToHold: days('Exposure', 45, 'From the due day to the hold', 'The stop list: 45 days past due.'),
  noticeDays: days('Exposure', 7, 'Notice before supply stops'),
  expectedDaysBeyondTerms: days('Exposure', grades(3, 7, 12, 25, 45), 'Expected beyond terms'),

  limitCapMajor: setting('Limit', 'number', 'of the contract’s currency', 250_000, 'The most without a person'),
  shareOfNetWorth: share('Limit', 0.1, 'Of net worth', 'payontime.co.uk, how much credit to allow; published.'),
  shareOfWorkingCapital: share(
    'Limit',
    0.2,
    'Of working capital',
    'payontime.co.uk, how much credit to allow; published.',
  ),
  gradeFactors: share('Limit', grades(1, 0.8, 0.6, 0.3, 0), 'Of the capacity, by grade'),
  reportFreshDays: days('Limit', 90, 'A report is fresh for'),
  reportOldDays: days('Limit', 365, 'A report is old after'),
  reportAgedFactor: share('Limit', 0.8, 'Of a suggested limit, from a report that is not fresh'),
  reportOldFactor: share('Limit', 0.5, 'Of a suggested limit, from an old report'),

  toleratedLossShare: share('Floor', 0.01, 'Expected loss we carry, of the contract'),
  newTermsDays: days(
    'Floor',
    grades(30, 14, 14, 7, 0),
    'Longest terms of a new customer',
    'Our convention, after the practice of trade creditors.',
  ),
  newDepositShare: share(
    'Floor',
    grades(0, 0, 0.25, 0.5, 1),
    'Least deposit of a new customer',
    'Our convention, after the practice of trade creditors.',
  ),
  knownTermsDays: days(
    'Floor',
    grades(30, 30, 14, 7, 0),
    'Longest terms of a known customer',
    'Our convention, after the practice of trade creditors.',
  ),
  knownDepositShare: share(
    'Floor',
    grades(0, 0, 0.1, 0.5, 1),
    'Least deposit of a known customer',
    'Our convention, after the practice of trade creditors.',
  ),
  longestTermsDays: days(
    'Floor',
    60,
    'Warn of terms above',
    'EU 2011/7/EU unless expressly agreed; UK Commercial Payments Bill as introduced on 19 May 2026, not law when last seen.',
  ),
  longestTermsDaysOfPublicBody: days(
    'Floor',
    30,
    'Warn of terms of a public body above',
    'EU 2011/7/EU, article 4: public authorities pay within 30 days; the United Kingdom has the same, from memory.',
  ),

  depositShares: share('Offers', [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1], 'Deposits put against each other'),
  termsDays: days('Offers', [0, 7, 14, 21, 30, 45, 60, 90], 'Terms put against each other'),
  billingPeriods: days('Offers', [7, 14, 30, 60, 90], 'Billing periods put against each other'),
  flatShare: share('Offers', 0.02, 'As good as the best: within, of its profit'),

  margin: share('Profit', 0.3, 'Margin, where the application gives none', ASSUMED),
  fundingRate: share('Profit', 0.09, 'What money costs us a year', ASSUMED),
  adminMajor: setting('Profit', 'number', 'of the contract’s currency', 150, 'Having a customer', ASSUMED),
  acceptanceBase: setting('Profit', 'number', 'log odds', 3, 'An offer as asked is taken', ASSUMED),
  acceptancePerDeposit: setting(
    'Profit',
    'number',
    'log odds for the whole contract',
    5,
    'A deposit lowers it by',
    ASSUMED,
  ),
  acceptancePerThirtyDaysSooner: setting(
    'Profit',
    'number',
    'log odds for 30 days',
    0.9,
    'Shorter terms lower it by',
    ASSUMED,
  ),
  acceptancePerThirtyDaysBilledSooner: setting(
    'Profit',
    'number',
    'log odds for 30 days',
    0.4,
    'More frequent invoices lower it by',
    ASSUMED,
  ),

  discountShare: share('Conditions', 0.02, 'Early-payment discount'),
  discountDays: days('Conditions', 10, 'Paid within, for the discount'),
  directDebit: proposed('Direct debit proposed', grades('no', 'no', 'yes', 'yes', 'yes')),
  guarantee: proposed('Guarantee proposed', grades('no', 'no', 'no', 'yes', 'yes')),
  retentionOfTitle: proposed('Retention of title proposed', grades('no', 'no', 'yes', 'yes', 'yes')),
  earlyDiscount: proposed('Early-payment discount proposed, where it pays', grades('yes', 'yes', 'yes', 'yes', 'no')),
  milestoneShare: share('Conditions', 0.25, 'Milestones proposed when work not invoiced is more, of what can be lost'),
  insuredShare: share('Conditions', 0.05, 'Credit insurance proposed when the expected loss is more, of the margin'),
  validDays: days('Conditions', 30, 'An offer stands for'),
  reviewDays: days('Conditions', grades(365, 182, 91, 91, 91), 'Reviewed after'),
  releaseInvoices: setting('Conditions', 'number', 'invoices', 6, 'The deposit is released after'),
  releaseDaysLate: days('Conditions', 3, 'Paid at most so late on average, for that'),
  loosenPoints: setting('Renewal', 'number', 'points', 10, 'A better score loosens terms when it moved by more than'),
  tightenPoints: setting('Renewal', 'number', 'points', 5, 'A worse score tightens terms when it moved by more than'),
  interest: share('Contracts', 0.08, 'Interest a year on what is paid late, where no law of the country sets it'),
  disputeDays: days(
    'Contracts',
    30,
    'An invoice is disputed within',
    'As proposed in the UK Commercial Payments Bill of May 2026; not law when last seen.',
  ),
  restoreDays: days('Contracts', 14, 'A deposit that was drawn on is restored within'),
  reportingDays: days('Contracts', 14, 'Told of a report to a credit agency so long before'),
  reminderLadder: setting(
    'Conditions',
    'word',
    'reminder ladder',
    grades('friendly', 'friendly', 'usual', 'firm', 'firm'),
    'Reminded by',
  ),
} as const;

export type SettingKey = keyof typeof policySettings;

/** Single numbers of what could be otherwise for this one contract: may be changed for a what-if, and only for that. */
export const isAssumption = (key: string): boolean =>
  key in policySettings &&
  ['Loss', 'Exposure', 'Profit'].includes(policySettings[key as SettingKey].group) &&
  typeof policySettings[key as SettingKey].value === 'number';
