import type { ProviderConfig } from '../../provider-config.js';
import { CreditCheckProvider } from '../credit-check.view.js';
import { Asking } from './asking.js';
import { companiesHouseReport } from './companies-house-report.js';
import type { Answered, Company, Provider } from './provider.js';

import { booleanAt, textAt } from './reading.js';
import { numberOf } from './register-number.js';

/** The register of companies of the United Kingdom: free, 600 questions in five minutes, no scores. */
export class CompaniesHouse implements Provider {
  readonly key = CreditCheckProvider.COMPANIES_HOUSE;
  readonly title = 'Companies House';
  readonly offer =
    'The register of UK companies: standing, insolvency, charges, overdue accounts. Free; it gives no score.';
  readonly setUp = 'Have whoever runs Goodstanding set COMPANIES_HOUSE_KEY.';
  readonly isPaid = false;
  readonly countries = ['GB'];

  constructor(private readonly config: ProviderConfig['companiesHouse']) {}

  get isConfigured(): boolean {
    return this.config.key !== undefined;
  }

  whyNot(company: Company): string | null {
    if (company.country !== null && company.country !== 'GB')
      return 'Companies House knows companies of the United Kingdom only. Ask another provider, or type a report in.';
    if (numberOf(company) === null)
      return 'Companies House goes by the number in the register: two letters and six digits, or eight digits. Enter it.';
    return null;
  }

  async ask(company: Company): Promise<Answered> {
    const asking = new Asking(this.title, this.config.seconds);
    const number = numberOf(company) ?? '';
    const authorization = `Basic ${Buffer.from(`${this.config.key}:`).toString('base64')}`;
    const get = (path: string) =>
      asking.json(`${this.config.url}/company/${number}${path}`, { headers: { authorization } });
    const profile = await get('');
    if (profile === null) asking.unknown(`knows no company with the number ${number}.`);
    if (textAt(profile, 'company_number') !== number) asking.fail('answered without the company that was asked about.');
    const isInTrouble = booleanAt(profile, 'has_insolvency_history') !== false;
    const insolvency = isInTrouble ? await get('/insolvency') : null;
    const charges = booleanAt(profile, 'has_charges') === false ? null : await get('/charges');
    return {
      reference: number,
      received: { profile, insolvency, charges },
      report: companiesHouseReport(profile, insolvency, charges),
    };
  }
}
