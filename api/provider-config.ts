import { z } from 'zod';

/** https, save to this machine; nothing before the host, which would only look like it. */
export const ENCRYPTED = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/;

/** Keys go over it. */
const address = (standard: string) =>
  z
    .string()
    .regex(ENCRYPTED, 'must begin with https://')
    .transform((url) => url.replace(/\/+$/, ''))
    .default(standard);
const secret = z.string().min(1).optional();

/** What the environment says of providers of credit checks. */
export const providerEnvironment = {
  COMPANIES_HOUSE_KEY: secret,
  COMPANIES_HOUSE_URL: address('https://api.company-information.service.gov.uk'),
  CREDITSAFE_USERNAME: secret,
  CREDITSAFE_PASSWORD: secret,
  CREDITSAFE_URL: address('https://connect.creditsafe.com/v1'),
  DNB_KEY: secret,
  DNB_SECRET: secret,
  DNB_URL: address('https://plus.dnb.com'),
  GAZETTE_CONTACT: secret,
  GAZETTE_URL: address('https://www.thegazette.co.uk'),
  CREDIT_CHECK_SECONDS: z.coerce.number().min(0.1).max(60).default(20),
  VETTING_WAITS_SECONDS: z.coerce.number().min(0).max(20).default(3),
};

/** Each may be in a file. */
export const PROVIDER_SECRETS = ['COMPANIES_HOUSE_KEY', 'CREDITSAFE_PASSWORD', 'DNB_SECRET'];

interface Reached {
  url: string;
  /** In which it has to answer, all its answers together. */
  seconds: number;
}
export interface ProviderConfig {
  /** How long a recommendation waits for those that are asked by themselves. */
  vettingWaitsSeconds: number;
  companiesHouse: Reached & { key?: string };
  creditsafe: Reached & { username?: string; password?: string };
  dnb: Reached & { key?: string; secret?: string };
  gazette: Reached & { contact?: string };
}

const schema = z.object(providerEnvironment);

export function providersIn(set: z.output<typeof schema>): ProviderConfig {
  const seconds = set.CREDIT_CHECK_SECONDS;
  return {
    vettingWaitsSeconds: set.VETTING_WAITS_SECONDS,
    companiesHouse: { url: set.COMPANIES_HOUSE_URL, seconds, key: set.COMPANIES_HOUSE_KEY },
    creditsafe: {
      url: set.CREDITSAFE_URL,
      seconds,
      username: set.CREDITSAFE_USERNAME,
      password: set.CREDITSAFE_PASSWORD,
    },
    dnb: { url: set.DNB_URL, seconds, key: set.DNB_KEY, secret: set.DNB_SECRET },
    gazette: { url: set.GAZETTE_URL, seconds, contact: set.GAZETTE_CONTACT },
  };
}
