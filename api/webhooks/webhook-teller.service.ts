import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Seal } from '../auth/seal.service.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import { ProgramSql } from '../shared/sql.js';
import { webhookSignature } from '../shared/webhook-signature.js';
import { networksOf } from './outside.js';
import { post, type Told } from './webhook-post.js';

export const TELL_WEBHOOK = 'tell-webhook';
/** Seconds until an event is tried again; after the last it is given up: about half a day in all. */
const AGAIN_AFTER = [5, 30, 120, 600, 3600, 10_800, 28_800];

export interface WebhookLine {
  endpointId: number;
  customerId: number;
}
export interface Happened {
  customerId: number;
  type: 'sent' | 'bounced' | 'replied' | 'paid-after';
  /** What tells it from everything else that happens with the customer. */
  key: string;
  /** Looked up only when somebody is told. */
  data: () => Promise<Record<string, unknown>>;
}
const REST_MS = 30_000;

interface Event {
  id: number;
  body: string;
  attempts: number;
  url: string;
  secret: Buffer;
  restsUntil: Date | null;
}

export const sealedFor = (endpointId: number | string) => `webhook ${endpointId}`;

/** Tells other programs what happened: at least once, with one key, of one customer in the order in which it happened. */
@Injectable()
export class WebhookTeller {
  constructor(
    private readonly sql: ProgramSql,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly config: Config,
  ) {}

  /** In the transaction in which it happens: what is undone is not told. */
  async tell(client: pg.ClientBase, { customerId, type, key, data }: Happened): Promise<void> {
    const now = this.clock.now();
    const listening = await client.query(
      'select from webhook_endpoint where ended_at is null and $1 = any(events) limit 1',
      [type],
    );
    if (listening.rowCount === 0) return;
    // Two things at once get their numbers in the order in which they can be seen.
    await client.query('select pg_advisory_xact_lock($1, hashint8($2))', [locks.webhooks, customerId]);
    const { rows } = await client.query<{ endpointId: number }>(
      `insert into webhook_event (customer_id, endpoint_id, type, event_key, body, happened_at)
       select $1, e.id, $2::text, $2 || ' ' || $3, jsonb_build_object('type', $2::text, 'timestamp', $4::text, 'data', $5::jsonb || jsonb_build_object('customerNumber', c.number)), $6
         from webhook_endpoint e join customer c on c.id = $1 where e.ended_at is null and $2 = any(e.events)
          and not exists (select from webhook_told t where t.customer_id = $1 and t.endpoint_id = e.id and t.event_key = $2 || ' ' || $3)
       on conflict do nothing returning endpoint_id as "endpointId"`,
      [customerId, type, key, now.toISOString(), JSON.stringify(await data()), now],
    );
    for (const { endpointId } of rows) await this.next(client, { endpointId, customerId }, { keepsTime: true });
  }

  /** One job a line, after the one that may be running. */
  async next(
    client: pg.ClientBase | null,
    line: WebhookLine,
    when: { runAt?: Date; keepsTime?: boolean } = {},
  ): Promise<void> {
    const name = `webhook-${line.endpointId}-${line.customerId}`;
    await this.jobs.enqueue(client, TELL_WEBHOOK, line, { jobKey: name, queue: name, ...when });
  }

  /** All that waits in a line, the oldest first; behind one that is not taken the others wait. */
  async run({ endpointId, customerId }: WebhookLine): Promise<void> {
    for (;;) {
      const event = await this.oldest(endpointId, customerId);
      if (!event) return;
      if (event.restsUntil && event.restsUntil > this.clock.now())
        return this.next(null, { endpointId, customerId }, { runAt: event.restsUntil });
      const { error, isSilent } = await this.send(endpointId, event);
      if (isSilent) await this.rest(endpointId);
      const again = error === null ? undefined : AGAIN_AFTER[event.attempts];
      const state = error === null ? 'delivered' : again === undefined ? 'dead' : 'waiting';
      await this.sql.rows(
        'update webhook_event set state = $3, attempts = attempts + 1, attempted_at = $4, error = $5 where customer_id = $1 and id = $2',
        [customerId, event.id, state, this.clock.now(), error],
      );
      if (again === undefined) continue;
      const runAt = new Date(this.clock.now().getTime() + again * 1000);
      return this.next(null, { endpointId, customerId }, { runAt });
    }
  }

  /** One that does not answer holds up nobody’s mail: its other lines wait as well. */
  private async rest(endpointId: number): Promise<void> {
    const until = new Date(this.clock.now().getTime() + REST_MS);
    await this.sql.rows('update webhook_endpoint set rests_until = $2 where id = $1', [endpointId, until]);
  }

  private oldest(endpointId: number, customerId: number): Promise<Event | undefined> {
    return this.sql.one<Event>(
      `select v.id, v.body::text as body, v.attempts, e.url, e.secret, e.rests_until as "restsUntil" from webhook_event v join webhook_endpoint e on e.id = v.endpoint_id
        where v.customer_id = $2 and v.endpoint_id = $1 and v.state = 'waiting' and e.ended_at is null order by v.id limit 1`,
      [endpointId, customerId],
    );
  }

  private send(endpointId: number, { id, body, url, secret }: Event): Promise<Told> {
    const key = this.seal.open(secret, sealedFor(endpointId));
    if (key === null)
      return Promise.resolve({ error: 'Its secret does not open: SECRET_KEY is another one.', isSilent: false });
    const second = Math.floor(this.clock.now().getTime() / 1000);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Goodstanding',
      'webhook-id': `evt_${id}`,
      'webhook-timestamp': String(second),
      'webhook-signature': webhookSignature(key, `evt_${id}`, second, Buffer.from(body)),
    };
    return post(new URL(url), headers, body, { own: networksOf(this.config.webhookNetworks) });
  }
}
