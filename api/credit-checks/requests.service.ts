import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { addDays } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { type AskedAbout, AskedAboutService } from './asked-about.service.js';
import { AlreadyAsking } from './credit-checks.errors.js';
import type { RequestCreditCheckInput } from './credit-checks.inputs.js';
import { type CreditCheckRow, creditCheckColumns, keepCreditCheck } from './keep-credit-check.js';
import type { Answered, Provider } from './providers/provider.js';

/** Longer than any provider is waited for: whoever has not answered by then was ended in the middle. */
export const OVER_AFTER_MS = 120_000;

export interface Begun extends AskedAbout {
  /** One that is young enough; then nobody is asked. */
  young: CreditCheckRow | null;
}

/** What is written down of a request, step by step: a provider is asked only once that it is asked is in the audit. */
@Injectable()
export class CreditCheckRequests {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly askedAbout: AskedAboutService,
  ) {}

  /** Finds a report that is young enough, or notes that the provider is being asked. */
  begin(input: RequestCreditCheckInput, provider: Provider, reuseDays: number): Promise<Begun> {
    return this.sql.transaction(async (client) => {
      const about = await this.askedAbout.of(client, input, provider);
      const number = about.company.reference ?? about.company.registrationNumber;
      const young =
        (await this.young(client, about.customerId, provider, reuseDays)) ??
        (await this.arrivedBefore(client, about.customerId, provider, reuseDays, number));
      await this.record(
        client,
        about.customerId,
        provider,
        young ? 're-used a credit check' : 'asked for a credit check',
        {
          reference: number,
          ...(young ? { check: young.id, reportedOn: young.reportedOn } : {}),
        },
      );
      return { ...about, young };
    });
  }

  arrived(customerId: number, provider: Provider, { reference, received, report }: Answered): Promise<CreditCheckRow> {
    return this.sql.transaction(async (client) => {
      await this.settle(client, customerId, provider, null);
      const row = await keepCreditCheck(client, {
        customerId,
        provider: provider.key,
        reference,
        reportedOn: this.clock.today(),
        receivedAt: this.clock.now(),
        askedBy: caller().name,
        received,
        report,
      });
      await this.record(client, customerId, provider, 'received a credit check', { reference, check: row.id });
      return row;
    });
  }

  /** The last good report of the provider, which stands; null when there is none. */
  failed(customerId: number, provider: Provider, failure: string, isUnknown: boolean): Promise<CreditCheckRow | null> {
    return this.sql.transaction(async (client) => {
      await this.settle(client, customerId, provider, failure, isUnknown);
      await this.record(client, customerId, provider, 'got no credit check', { failure, isUnknown });
      return this.last(client, customerId, provider);
    });
  }

  private async last(client: pg.ClientBase, customerId: number, { key }: Provider): Promise<CreditCheckRow | null> {
    const { rows } = await client.query<CreditCheckRow>(
      `select ${creditCheckColumns} from credit_check k where k.customer_id = $1 and k.provider = $2
        order by k.received_at desc, k.id desc limit 1`,
      [customerId, key],
    );
    return rows[0] ?? null;
  }

  private async young(client: pg.ClientBase, customerId: number, provider: Provider, reuseDays: number) {
    const last = await this.last(client, customerId, provider);
    return last && last.reportedOn > addDays(this.clock.today(), -reuseDays) ? last : null;
  }

  /** Claims the asking, unless whoever asked in this moment has brought a report: then it is taken, and not paid for again. */
  private async arrivedBefore(
    client: pg.ClientBase,
    customerId: number,
    provider: Provider,
    reuseDays: number,
    number: string | null,
  ): Promise<CreditCheckRow | null> {
    await client.query('savepoint before_asking');
    await this.claim(client, customerId, provider, number);
    const young = await this.young(client, customerId, provider, reuseDays);
    if (young) await client.query('rollback to savepoint before_asking');
    return young;
  }

  /** Two who ask at once would pay twice: the second is told that the first is asking. */
  private async claim(client: pg.ClientBase, customerId: number, { key, title }: Provider, number: string | null) {
    const now = this.clock.now();
    const claimed = await client.query(
      `insert into credit_check_request as r (customer_id, provider, asked_at, asked_by, number) values ($1, $2, $3, $4, $6)
       on conflict (customer_id, provider) do update
         set asked_at = excluded.asked_at, asked_by = excluded.asked_by, number = excluded.number, answered_at = null, failure = null, is_unknown = false
       where r.answered_at is not null or r.asked_at < $5`,
      [customerId, key, now, caller().name, new Date(now.getTime() - OVER_AFTER_MS), number],
    );
    if (claimed.rowCount === 1) return;
    const { rows } = await client.query<{ name: string }>(
      'select asked_by as name from credit_check_request where customer_id = $1 and provider = $2',
      [customerId, key],
    );
    throw new AlreadyAsking(rows[0]?.name ?? 'Somebody', title);
  }

  private async settle(
    client: pg.ClientBase,
    customerId: number,
    { key }: Provider,
    failure: string | null,
    isUnknown = false,
  ) {
    await client.query(
      'update credit_check_request set answered_at = $3, failure = $4, is_unknown = $5 where customer_id = $1 and provider = $2',
      [customerId, key, this.clock.now(), failure, isUnknown],
    );
  }

  private record(client: pg.ClientBase, customerId: number, { key }: Provider, action: string, details: object) {
    return this.audit.record(client, {
      action,
      subjectType: 'customer',
      subjectId: String(customerId),
      details: { provider: key, ...details },
    });
  }
}
