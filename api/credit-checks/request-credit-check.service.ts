import { Injectable } from '@nestjs/common';
import { countInWords, dayInWords, daysBetween } from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { type CreditCheckAnswer, CreditCheckOutcome } from './credit-check.view.js';
import { CreditCheckReuse } from './credit-check-reuse.service.js';
import type { RequestCreditCheckInput } from './credit-checks.inputs.js';
import type { CreditCheckRow } from './keep-credit-check.js';
import { NotKnownThere, type Provider, ProviderFailed } from './providers/provider.js';
import { Providers } from './providers/providers.service.js';
import { type Begun, CreditCheckRequests } from './requests.service.js';
import { shownCreditCheck } from './show-credit-check.js';

/** Asks a provider about a company, unless a report is young enough; whatever it answers, the last good one stands. */
@Injectable()
export class RequestCreditCheck {
  constructor(
    private readonly providers: Providers,
    private readonly reuse: CreditCheckReuse,
    private readonly requests: CreditCheckRequests,
    private readonly clock: Clock,
  ) {}

  async request(input: RequestCreditCheckInput): Promise<CreditCheckAnswer> {
    const provider = this.providers.of(input.provider);
    const reuseDays = input.anew ? 0 : await this.reuse.days(provider.key);
    const begun = await this.requests.begin(input, provider, reuseDays);
    if (begun.young === null) return this.asked(begun, provider);
    const age = daysBetween(begun.young.reportedOn, this.clock.today());
    const sentence = `${provider.title} reported ${age === 0 ? 'today' : `${countInWords(age, 'day')} ago`}, and a report younger than ${countInWords(reuseDays, 'day')} is used again. None was paid for.`;
    return this.answer(begun.customerId, CreditCheckOutcome.REUSED, sentence, begun.young);
  }

  private async asked({ customerId, company }: Begun, provider: Provider): Promise<CreditCheckAnswer> {
    try {
      const answered = await this.providers.ask(provider, company);
      const row = await this.requests.arrived(customerId, provider, answered);
      return this.answer(customerId, CreditCheckOutcome.NEW, `${provider.title} sent a report.`, row);
    } catch (error) {
      const isTheirs = error instanceof ProviderFailed;
      const failure = isTheirs ? error.message : `What ${provider.title} sent could not be kept.`;
      const isUnknown = error instanceof NotKnownThere;
      const last = await this.requests.failed(customerId, provider, failure, isUnknown);
      if (!isTheirs) throw error;
      const without = last ? CreditCheckOutcome.LAST_GOOD : CreditCheckOutcome.NONE;
      const stands = last
        ? `The last good report, of ${dayInWords(last.reportedOn)}, stands.`
        : 'There is no earlier report; one can be typed in.';
      return this.answer(customerId, isUnknown ? CreditCheckOutcome.UNKNOWN : without, `${failure} ${stands}`, last);
    }
  }

  private answer(
    customerId: number,
    outcome: CreditCheckOutcome,
    sentence: string,
    row: CreditCheckRow | null,
  ): CreditCheckAnswer {
    return { customerId, outcome, sentence, creditCheck: row && shownCreditCheck(row, this.clock.today()) };
  }
}
