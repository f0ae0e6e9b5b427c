import type { ProviderConfig } from '../../provider-config.js';
import { CreditCheckProvider } from '../credit-check.view.js';
import { Asking } from './asking.js';
import { dnbReport } from './dnb-report.js';
import type { Answered, Company, Provider, ReadScale } from './provider.js';
import { numberAt, objectAt, textAt } from './reading.js';

const BLOCKS = 'companyinfo_L2_v1,financialstrengthinsight_L1_v1,paymentinsight_L2_v1,eventfilings_L1_v1';
/** What the law of Germany wants to be told: a legitimate interest, credit. */
const BY_COUNTRY: Record<string, string> = { DE: '&orderReason=6332&customerReference=&tradeUp=hq' };
/** Of 10: from here on D&B takes a match for sure enough to go by itself. */
const SURE = 8;

/** D&B Direct+: a key by key and secret, the company by its D-U-N-S or matched by its number, then its data blocks. */
export class Dnb implements Provider {
  readonly key = CreditCheckProvider.DNB;
  readonly title = 'D&B';
  readonly offer =
    'Failure and delinquency scores, limit, PAYDEX and legal events, by D-U-N-S or by the number in the register. Reports are paid for.';
  readonly setUp = 'Have whoever runs Goodstanding set DNB_KEY and DNB_SECRET.';
  readonly isPaid = true;
  readonly countries = null;

  constructor(private readonly config: ProviderConfig['dnb']) {}

  get isConfigured(): boolean {
    return this.config.key !== undefined && this.config.secret !== undefined;
  }

  whyNot({ reference, registrationNumber, country }: Company): string | null {
    if (reference !== null && !/^\d{9}$/.test(dunsOf(reference)))
      return 'A D-U-N-S has nine digits. Enter it so, or leave it out and enter number and country.';
    if (reference !== null || (registrationNumber !== null && country !== null)) return null;
    return 'D&B goes by the D-U-N-S, or by the number in the register and the country. Enter them.';
  }

  async ask(company: Company, scales: ReadScale): Promise<Answered> {
    const asking = new Asking(this.title, this.config.seconds);
    const { url, key, secret } = this.config;
    const access = await asking.json(`${url}/v2/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      },
      body: JSON.stringify({ grant_type: 'client_credentials' }),
    });
    const token = textAt(access, 'access_token') ?? asking.fail('gave no key to ask with.');
    const get = (path: string) => asking.json(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const duns = company.reference === null ? await this.matched(asking, company, get) : dunsOf(company.reference);
    const answer = await get(`/v1/data/duns/${duns}?blockIDs=${BLOCKS}${BY_COUNTRY[company.country ?? ''] ?? ''}`);
    if (answer === null) asking.unknown(`knows no company with the D-U-N-S ${duns}.`);
    const organization = objectAt(answer, 'organization');
    if (!organization || !objectAt(organization, 'dnbAssessment')) asking.fail('answered without a report.');
    if (textAt(organization, 'duns') !== duns) asking.fail('answered about another company than was asked.');
    return { reference: duns, received: { report: answer }, report: dnbReport(organization, scales) };
  }

  private async matched(asking: Asking, company: Company, get: (path: string) => Promise<unknown>): Promise<string> {
    const query = new URLSearchParams({
      countryISOAlpha2Code: company.country ?? '',
      registrationNumber: company.registrationNumber ?? '',
    });
    const answer = await get(`/v1/match/cleanseMatch?${query}`);
    const best = objectAt(answer, 'matchCandidates.0');
    const duns = textAt(best, 'organization.duns');
    if (duns === null || !/^\d{9}$/.test(duns))
      return asking.unknown(`knows no company with the number ${company.registrationNumber} in ${company.country}.`);
    if ((numberAt(best, 'matchQualityInformation.confidenceCode') ?? 0) < SURE)
      asking.unknown(`is not sure which company has the number ${company.registrationNumber}. Give its D-U-N-S.`);
    return duns;
  }
}

const dunsOf = (reference: string) => reference.replace(/[\s-]/g, '');
