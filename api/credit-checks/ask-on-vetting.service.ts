import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config.js';
import type { ProspectNamed } from '../customers/prospects.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Refusal } from '../shared/refusal.js';
import { type CreditCheckAnswer, CreditCheckOutcome } from './credit-check.view.js';
import { AlreadyAsking } from './credit-checks.errors.js';
import type { ProspectInput } from './credit-checks.inputs.js';
import type { Provider } from './providers/provider.js';
import { RequestCreditCheck } from './request-credit-check.service.js';
import { WhomToAsk } from './whom-to-ask.service.js';

/** The job that decides anew once whoever was asked on vetting has answered. */
export const ANSWERED_LATE = 'vet-again-when-answered';

export interface AskedOnVetting {
  /** Whose report came just now. */
  reported: Provider[];
  /** Who has not answered yet; the asking goes on. */
  asking: Provider[];
}

/**
 * Asks by itself about a company that is vetted, by the same way as the button, and waits no longer than a person would:
 * who answers later is heard, and what was decided meanwhile is decided anew.
 */
@Injectable()
export class AskOnVetting {
  private readonly logger = new Logger(AskOnVetting.name);

  constructor(
    private readonly whom: WhomToAsk,
    private readonly requests: RequestCreditCheck,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  get isSetUp(): boolean {
    return this.whom.isSetUp;
  }

  /** `customerId` of whom we know it to be; else it becomes a prospect. */
  async about(of: ProspectNamed, customerId: number | undefined): Promise<AskedOnVetting> {
    const { due: providers, beingAsked } = await this.whom.about({ ...of, name: of.companyName }, customerId);
    const waiting = new Set(providers);
    const reported = new Set<Provider>();
    const whom = customerId === undefined ? { prospect: prospectOf(of) } : { customerId: String(customerId) };
    const all = Promise.all(
      providers.map(async (provider) => {
        const answer = await this.ask(provider, whom);
        if (answer === 'asked by another') return undefined;
        if (answer?.outcome === CreditCheckOutcome.NEW) reported.add(provider);
        waiting.delete(provider);
        return answer?.customerId;
      }),
    );
    if (providers.length > 0)
      await Promise.race([all, pause(this.config.providers.vettingWaitsSeconds * 1000, null, { ref: false })]);
    if (waiting.size > 0) void all.then((customers) => this.late(customers));
    return {
      reported: providers.filter((provider) => reported.has(provider)),
      asking: [...waiting, ...beingAsked],
    };
  }

  /** A failure is kept with the request, and told there. */
  private async ask(
    provider: Provider,
    whom: { customerId: string } | { prospect: ProspectInput },
  ): Promise<CreditCheckAnswer | 'asked by another' | null> {
    try {
      return await this.requests.request({ ...whom, provider: provider.key });
    } catch (error) {
      if (error instanceof AlreadyAsking) return 'asked by another';
      const why = error instanceof Refusal ? error.code : error instanceof Error ? error.stack : String(error);
      this.logger.warn(`${provider.title} could not be asked by itself: ${why}`);
      return null;
    }
  }

  private async late(customers: readonly (number | undefined)[]): Promise<void> {
    const customerId = customers.find((id) => id !== undefined);
    if (customerId === undefined) return;
    try {
      await this.jobs.enqueue(null, ANSWERED_LATE, { customerId }, { jobKey: `${ANSWERED_LATE} ${customerId}` });
    } catch (error) {
      this.logger.warn(
        `customer ${customerId} is vetted again within the hour only: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}

const prospectOf = ({
  companyName,
  registrationNumber,
  country,
  entityType,
  currency,
}: ProspectNamed): ProspectInput => ({
  companyName,
  registrationNumber: registrationNumber ?? undefined,
  country: country ?? undefined,
  entityType: entityType as ProspectInput['entityType'],
  currency,
});
