import { mustBeFinite, mustBeShare, mustNotBeNegative } from './guards.js';

/** What is known of a prospect; null is unknown. Money in minor units of the contract's currency. */
export interface ApplicationInputs {
  /** 12-month failure probability, already read from the bureau's scale (see `bureauPd`). */
  readonly bureauPd: number | null;
  readonly yearsTrading: number | null;
  /** Unpaid court judgments. */
  readonly judgments: number | null;
  readonly netWorthMinor: number | null;
  readonly workingCapitalMinor: number | null;
  readonly contractValueMinor: number;
  /** In an insolvency procedure. */
  readonly insolvent: boolean;
}

/** One thing asked of a prospect. */
export interface ApplicationFactor {
  readonly key: string;
  readonly title: string;
  /** The one number the points depend on; null when unknown. */
  read(inputs: ApplicationInputs): number | null;
  sentence(reading: number | null): string;
}

/** An amount as a multiple of the contract; null when either is unknown. */
function perContract(amountMinor: number | null, contractValueMinor: number): number | null {
  mustNotBeNegative('The value of the contract', contractValueMinor);
  if (amountMinor === null) return null;
  mustBeFinite('An amount of the accounts', amountMinor);
  return contractValueMinor === 0 ? null : amountMinor / contractValueMinor;
}

function times(multiple: number): string {
  return multiple >= 9.95 ? `${Math.round(multiple)} times` : `${multiple.toFixed(1)} times`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

/** All that a prospect is judged by; the card says what each answer is worth. */
export const applicationFactors: readonly ApplicationFactor[] = [
  {
    key: 'credit-check',
    title: 'Credit check',
    read({ bureauPd }) {
      if (bureauPd !== null) mustBeShare('The failure probability of the credit check', bureauPd);
      return bureauPd;
    },
    sentence: (pd) =>
      pd === null
        ? 'No credit check: scored as unknown.'
        : `The credit check puts the chance of failure within a year at ${percent(pd)}.`,
  },
  {
    key: 'years-trading',
    title: 'Years in business',
    read({ yearsTrading }) {
      if (yearsTrading !== null) mustNotBeNegative('The years of trading', yearsTrading);
      return yearsTrading;
    },
    sentence(years) {
      if (years === null) return 'Time in business not known: scored as unknown.';
      const whole = Math.floor(years);
      if (whole === 0) return 'In business for less than a year.';
      return `In business for ${whole === 1 ? 'a year' : `${whole} years`}.`;
    },
  },
  {
    key: 'judgments',
    title: 'Court judgments',
    read({ judgments }) {
      if (judgments !== null) mustNotBeNegative('The number of judgments', judgments);
      return judgments;
    },
    sentence(count) {
      if (count === null) return 'Court judgments not looked up: scored as unknown.';
      if (count === 0) return 'No court judgments on record.';
      return count === 1 ? 'One court judgment on record.' : `${count} court judgments on record.`;
    },
  },
  {
    key: 'net-worth',
    title: 'Net worth against the contract',
    read: ({ netWorthMinor, contractValueMinor }) => perContract(netWorthMinor, contractValueMinor),
    sentence(multiple) {
      if (multiple === null) return 'No accounts with a net worth: scored as unknown.';
      if (multiple <= 0) return 'Owes more than it owns: net worth is not above nought.';
      return `Net worth is ${times(multiple)} the contract.`;
    },
  },
  {
    key: 'working-capital',
    title: 'Working capital against the contract',
    read: ({ workingCapitalMinor, contractValueMinor }) => perContract(workingCapitalMinor, contractValueMinor),
    sentence(multiple) {
      if (multiple === null) return 'No accounts with working capital: scored as unknown.';
      if (multiple <= 0) return 'Working capital is not above nought.';
      return `Working capital is ${times(multiple)} the contract.`;
    },
  },
];
