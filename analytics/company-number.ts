/** How the numbers of a country’s register of companies are written. */
export interface CompanyNumberShape {
  readonly country: string;
  readonly pattern: RegExp;
  readonly inWords: string;
}

/** Only countries whose shape we are sure of; of others any number is taken. */
const shapes: Readonly<Record<string, CompanyNumberShape>> = {
  GB: {
    country: 'the United Kingdom',
    pattern: /^(\d{8}|[A-Z]{2}\d{6}|[A-Z]\d{7})$/i,
    inWords: 'eight signs, with the leading noughts or letters, such as 00123456 or SC123456',
  },
  FR: {
    country: 'France',
    pattern: /^\d{3} ?\d{3} ?\d{3}( ?\d{5})?$/,
    inWords: 'nine digits (SIREN), or fourteen (SIRET)',
  },
  NL: { country: 'the Netherlands', pattern: /^\d{8}$/, inWords: 'eight digits (KvK)' },
  DK: { country: 'Denmark', pattern: /^\d{8}$/, inWords: 'eight digits (CVR)' },
  NO: { country: 'Norway', pattern: /^\d{3} ?\d{3} ?\d{3}$/, inWords: 'nine digits' },
  SE: { country: 'Sweden', pattern: /^\d{6}-?\d{4}$/, inWords: 'ten digits, such as 556016-0680' },
  FI: { country: 'Finland', pattern: /^\d{7}-?\d$/, inWords: 'seven digits and a check digit, such as 0112038-9' },
  BE: { country: 'Belgium', pattern: /^[01]\d{3}\.?\d{3}\.?\d{3}$/, inWords: 'ten digits, such as 0403.170.701' },
  CH: {
    country: 'Switzerland',
    pattern: /^CHE-?\d{3}\.?\d{3}\.?\d{3}$/i,
    inWords: 'CHE and nine digits, such as CHE-123.456.789',
  },
};

/**
 * How a company number of a country is written; null where we do not know, and any is taken.
 * From the registers’ own pages, from memory. Example: of GB, 00123456 fits and 123456 does not.
 */
export function companyNumberShape(country: string | null): CompanyNumberShape | null {
  return country === null ? null : (shapes[country] ?? null);
}
