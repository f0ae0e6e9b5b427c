import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { type CreditCheckProvider, CreditCheckProvider as Of, type ProviderOffer } from './credit-check.view.js';
import { CreditCheckNotRight } from './credit-checks.errors.js';
import type { CreditCheckReuseInput } from './credit-checks.inputs.js';
import { Providers } from './providers/providers.service.js';

/** How old a report may be to be used again before another is paid for. */
@Injectable()
export class CreditCheckReuse {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly providers: Providers,
  ) {}

  /** In days; 0 where nobody said. */
  async days(provider: CreditCheckProvider): Promise<number> {
    return (await this.inForce(provider))?.days ?? 0;
  }

  private inForce(provider: CreditCheckProvider) {
    return this.sql.one<{ days: number; reason: string; validOn: string }>(
      'select days, reason, valid_on as "validOn" from credit_check_reuse where provider = $1 and valid_on <= $2 order by valid_on desc limit 1',
      [provider, this.clock.today()],
    );
  }

  offers(): Promise<ProviderOffer[]> {
    return Promise.all(
      this.providers.all.map(async ({ key, title, isConfigured, offer, setUp }) => {
        const reuse = await this.inForce(key);
        return {
          provider: key,
          title,
          isConfigured,
          sentence: isConfigured ? offer : `${title} is not set up. ${setUp} Until then type reports in.`,
          reuseDays: reuse?.days ?? 0,
          reuseSince: reuse?.validOn ?? null,
          reuseReason: reuse?.reason ?? null,
        };
      }),
    );
  }

  async set({ provider, days, reason }: CreditCheckReuseInput): Promise<ProviderOffer[]> {
    if (provider === Of.TYPED_IN)
      throw new CreditCheckNotRight('What is typed in costs nothing, so there is no age for it. Choose a provider.');
    const before = await this.days(provider);
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into credit_check_reuse (provider, valid_on, days, reason, set_by) values ($1, $2, $3, $4, $5)
         on conflict (provider, valid_on) do update set days = excluded.days, reason = excluded.reason, set_by = excluded.set_by`,
        [provider, this.clock.today(), days, reason, caller().name],
      );
      await this.audit.record(client, {
        action: 'set how long a credit check is used again',
        subjectType: 'credit check',
        subjectId: provider,
        before: { days: before },
        after: { days },
        reason,
      });
    });
    return this.offers();
  }
}
