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
    return this.sql.one<{ days: number; isAskedOnVetting: boolean; reason: string; validOn: string }>(
      'select days, is_asked_on_vetting as "isAskedOnVetting", reason, valid_on as "validOn" from credit_check_reuse where provider = $1 and valid_on <= $2 order by valid_on desc limit 1',
      [provider, this.clock.today()],
    );
  }

  offers(): Promise<ProviderOffer[]> {
    return Promise.all(
      this.providers.all.map(async ({ key, title, isConfigured, offer, setUp, isPaid, countries }) => {
        const reuse = await this.inForce(key);
        return {
          provider: key,
          title,
          isConfigured,
          sentence: isConfigured ? offer : `${title} is not set up. ${setUp} Until then type reports in.`,
          isPaid,
          countries,
          isAskedOnVetting: reuse?.isAskedOnVetting ?? true,
          reuseDays: reuse?.days ?? 0,
          reuseSince: reuse?.validOn ?? null,
          reuseReason: reuse?.reason ?? null,
        };
      }),
    );
  }

  async set({ provider, days, isAskedOnVetting, reason }: CreditCheckReuseInput): Promise<ProviderOffer[]> {
    if (provider === Of.TYPED_IN)
      throw new CreditCheckNotRight('What is typed in costs nothing, so there is no age for it. Choose a provider.');
    const { days: daysBefore = 0, isAskedOnVetting: wasAsked = true } = (await this.inForce(provider)) ?? {};
    const isAsked = isAskedOnVetting ?? wasAsked;
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into credit_check_reuse (provider, valid_on, days, reason, set_by, is_asked_on_vetting) values ($1, $2, $3, $4, $5, $6)
         on conflict (provider, valid_on) do update
           set days = excluded.days, reason = excluded.reason, set_by = excluded.set_by, is_asked_on_vetting = excluded.is_asked_on_vetting`,
        [provider, this.clock.today(), days, reason, caller().name, isAsked],
      );
      await this.audit.record(client, {
        action: 'set how long a credit check is used again',
        subjectType: 'credit check',
        subjectId: provider,
        before: { days: daysBefore, isAskedOnVetting: wasAsked },
        after: { days, isAskedOnVetting: isAsked },
        reason,
      });
    });
    return this.offers();
  }
}
