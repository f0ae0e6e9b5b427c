import type { ProviderConfig } from '../../provider-config.js';
import { CreditCheckProvider } from '../credit-check.view.js';
import { Asking } from './asking.js';
import { gazetteReport, type Notice, noticesIn } from './gazette-report.js';
import type { Answered, Company, Provider } from './provider.js';
import { numberOf } from './register-number.js';

/** What one question brings at most; the newest come first. */
const PAGE = 100;

/** The Gazette: notices of insolvency of the United Kingdom, open to all; it wants to know who asks by machine. */
export class Gazette implements Provider {
  readonly key = CreditCheckProvider.GAZETTE;
  readonly title = 'The Gazette';
  readonly offer =
    'Notices of insolvency in the United Kingdom, petitions among them, by the number in the register or by name. Free; it gives no score.';
  readonly setUp = 'Have whoever runs Goodstanding set GAZETTE_CONTACT, the address it is told.';
  readonly isPaid = false;
  readonly countries = ['GB'];

  constructor(private readonly config: ProviderConfig['gazette']) {}

  get isConfigured(): boolean {
    return this.config.contact !== undefined;
  }

  whyNot({ country }: Company): string | null {
    return country !== null && country !== 'GB'
      ? 'The Gazette knows companies of the United Kingdom only. Ask another provider, or type a report in.'
      : null;
  }

  async ask(company: Company): Promise<Answered> {
    const asking = new Asking(this.title, this.config.seconds);
    const number = numberOf(company);
    // A number is one company’s; a name may be several’s.
    const wanted = number ?? `"${company.name.replaceAll('"', '')}"`;
    const query = new URLSearchParams({ text: wanted, 'results-page-size': String(PAGE), 'sort-by': 'latest-date' });
    const answer = await asking.json(`${this.config.url}/insolvency/notice/data.json?${query}`, {
      headers: { accept: 'application/json', 'user-agent': `Goodstanding (${this.config.contact})` },
    });
    const feed = noticesIn(answer);
    if (feed === null) asking.fail('answered without a list of notices.');
    const { notices, total } = feed as { notices: Notice[]; total: number };
    return {
      // Never the name itself: who is erased would stand there.
      reference: number ?? 'by name',
      // Without the text of the notices: it names people, and says nothing that is read here.
      received: { notices: notices.map(({ text: _, ...notice }) => notice), total },
      report: gazetteReport({ notices, total }, { number, name: company.name }),
    };
  }
}
