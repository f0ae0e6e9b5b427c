import type { ProviderConfig } from '../../provider-config.js';
import { CreditCheckProvider } from '../credit-check.view.js';
import { Asking } from './asking.js';
import { creditsafeReport } from './creditsafe-report.js';
import type { Answered, Company, Provider, ReadScale } from './provider.js';
import { listAt, objectAt, textAt } from './reading.js';

/** Creditsafe Connect: a key for an hour by name and password, the company by its number, then its report. */
export class Creditsafe implements Provider {
  readonly key = CreditCheckProvider.CREDITSAFE;
  readonly title = 'Creditsafe';
  readonly offer =
    'Score, limit, judgments, days beyond terms and filed accounts, by the number in the register. Reports are paid for.';
  readonly setUp = 'Have whoever runs Goodstanding set CREDITSAFE_USERNAME and CREDITSAFE_PASSWORD.';
  readonly isPaid = true;
  readonly countries = null;

  constructor(private readonly config: ProviderConfig['creditsafe']) {}

  get isConfigured(): boolean {
    return this.config.username !== undefined && this.config.password !== undefined;
  }

  whyNot({ reference, registrationNumber, country }: Company): string | null {
    if (reference !== null || (registrationNumber !== null && country !== null)) return null;
    return 'Creditsafe goes by the number in the register and the country, or by its own key of the company. Enter them.';
  }

  async ask(company: Company, scales: ReadScale): Promise<Answered> {
    const asking = new Asking(this.title, this.config.seconds);
    const { url, username, password } = this.config;
    const access = await asking.json(`${url}/authenticate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const token = textAt(access, 'token') ?? asking.fail('gave no key to ask with.');
    const get = (path: string) => asking.json(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const reference = company.reference ?? (await this.found(asking, company, get));
    const answer = await get(`/companies/${encodeURIComponent(reference)}?language=en`);
    if (answer === null) asking.unknown(`knows no company ${reference}.`);
    const report = objectAt(answer, 'report');
    if (!report || !objectAt(report, 'creditScore')) asking.fail('answered without a report.');
    if (textAt(report, 'companyId') !== reference) asking.fail('answered about another company than was asked.');
    return { reference, received: { report: answer }, report: creditsafeReport(report, scales) };
  }

  private async found(asking: Asking, company: Company, get: (path: string) => Promise<unknown>): Promise<string> {
    const query = new URLSearchParams({ countries: company.country ?? '', regNo: company.registrationNumber ?? '' });
    const found = listAt(await get(`/companies?${query}`), 'companies');
    if (found.length > 1)
      asking.unknown(
        `knows ${found.length} companies with the number ${company.registrationNumber}. Give its key of the right one.`,
      );
    return (
      textAt(found[0], 'id') ??
      asking.unknown(`knows no company with the number ${company.registrationNumber} in ${company.country}.`)
    );
  }
}
