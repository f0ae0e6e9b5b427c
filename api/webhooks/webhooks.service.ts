import { isIP } from 'node:net';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Seal } from '../auth/seal.service.js';
import { sealAnew } from '../auth/sealed-anew.js';
import { Config } from '../config.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { BadInput, NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { newWebhookSecret } from '../shared/webhook-signature.js';
import { isOutside, networksOf } from './outside.js';
import type {
  AddWebhookEndpointInput,
  SendWebhookAgainInput,
  WebhookEndpoint,
  WebhookEndpointAdded,
  WebhookEndpointsArgs,
  WebhookEvent,
  WebhookEventsArgs,
} from './webhook.view.js';
import { sealedFor, WebhookTeller } from './webhook-teller.service.js';
import { WebhookAddressRefused, WebhookEventNotDead } from './webhooks.errors.js';

const count = (state: string) =>
  `(select count(*) from webhook_event v where v.endpoint_id = e.id and v.state = '${state}')::integer`;
const endpointColumns = `e.id, e.name, e.url, e.events, e.made_at as "madeAt", e.ended_at as "endedAt", ${count('waiting')} as waiting, ${count('dead')} as dead`;
const eventColumns = `v.customer_id as "customerId", v.id, e.name as "endpointName", v.type, v.body::text as body, v.happened_at as "happenedAt", v.state, v.attempts, v.attempted_at as "attemptedAt", v.error`;
const EVENTS = 'webhook_event v join webhook_endpoint e on e.id = v.endpoint_id';

/** Who is told, as an admin keeps them. */
@Injectable()
export class Webhooks implements OnApplicationBootstrap {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly seal: Seal,
    private readonly teller: WebhookTeller,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return sealAnew(this.sql, this.seal, ['webhook_endpoint', 'id'], sealedFor);
  }

  endpoints({ filter = {}, ...args }: WebhookEndpointsArgs): Promise<Page<WebhookEndpoint>> {
    const values = new Values();
    return listOf<WebhookEndpoint>(this.sql, {
      select: endpointColumns,
      from: 'webhook_endpoint e',
      where: [filter.isTold !== undefined && `(e.ended_at is null) = ${values.add(filter.isTold)}`],
      values,
      sort: args.sort === 'name' ? { by: 'e.name', type: 'text' } : { by: 'e.made_at', type: 'timestamptz' },
      key: 'e.id',
      direction: args.direction,
      page: args,
    });
  }

  events({ filter = {}, ...args }: WebhookEventsArgs): Promise<Page<WebhookEvent>> {
    const values = new Values();
    return listOf<WebhookEvent>(this.sql, {
      select: eventColumns,
      from: EVENTS,
      where: [
        filter.endpointId !== undefined && `v.endpoint_id = ${values.add(keyOf(filter.endpointId))}`,
        filter.customerId !== undefined && `v.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.state !== undefined && `v.state = ${values.add(filter.state)}`,
      ],
      values,
      sort:
        args.sort === 'attempts' ? { by: 'v.attempts', type: 'integer' } : { by: 'v.happened_at', type: 'timestamptz' },
      key: 'v.id',
      direction: args.direction,
      page: args,
    });
  }

  /** The secret is told here, once, and kept sealed. */
  async add({ name, url, events }: AddWebhookEndpointInput): Promise<WebhookEndpointAdded> {
    if (!/^[^\p{Cc}]*\S[^\p{Cc}]*$/u.test(name)) throw new BadInput('An endpoint has a name of one line.');
    const address = this.allowed(url);
    const secret = newWebhookSecret();
    const id = await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        `insert into webhook_endpoint (name, url, events, made_by, made_at) values ($1, $2, $3, $4, $5) returning id`,
        [name.trim(), address, [...new Set(events)], caller().personId, this.clock.now()],
      );
      const id = rows[0]?.id as number;
      await client.query('update webhook_endpoint set secret = $2 where id = $1', [
        id,
        this.seal.close(secret, sealedFor(id)),
      ]);
      await this.audit.record(client, {
        action: 'added a webhook',
        subjectType: 'webhook',
        subjectId: String(id),
        details: { name: name.trim(), host: new URL(address).host, events },
      });
      return id;
    });
    return { secret, endpoint: await this.byId(id) };
  }

  /** What waits is not told any more, and the secret is gone. */
  async end(endpointId: string): Promise<WebhookEndpoint> {
    const id = keyOf(endpointId);
    await this.sql.transaction(async (client) => {
      const { rowCount } = await client.query(
        'update webhook_endpoint set ended_at = $2, secret = null where id = $1 and ended_at is null',
        [id, this.clock.now()],
      );
      if (rowCount === 0) throw new NotFound('webhook that is told,', endpointId);
      await this.audit.record(client, { action: 'ended a webhook', subjectType: 'webhook', subjectId: String(id) });
    });
    return this.byId(id);
  }

  /** By a person’s word one that was given up is told again, with the key it had. */
  async again({ customerId, eventId }: SendWebhookAgainInput): Promise<WebhookEvent> {
    const key = [keyOf(customerId), keyOf(eventId)];
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ endpointId: number; customerId: number }>(
        `update webhook_event v set state = 'waiting', attempts = 0 from webhook_endpoint e
          where v.customer_id = $1 and v.id = $2 and v.state = 'dead' and e.id = v.endpoint_id and e.ended_at is null
          returning v.endpoint_id as "endpointId", v.customer_id as "customerId"`,
        key,
      );
      if (!rows[0]) throw new WebhookEventNotDead(eventId);
      await this.teller.next(client, rows[0]);
      await this.audit.record(client, {
        action: 'sent a webhook event again',
        subjectType: 'webhook event',
        subjectId: eventId,
        details: { customerId: key[0] },
      });
    });
    const event = await this.sql.one<WebhookEvent>(
      `select ${eventColumns} from ${EVENTS} where v.customer_id = $1 and v.id = $2`,
      key,
    );
    if (!event) throw new NotFound('event', eventId);
    return event;
  }

  /** https, save into networks of one’s own; names are looked at when they are spoken to. */
  private allowed(text: string): string {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol)) throw new WebhookAddressRefused(text, 'it must begin with https://.');
    if (url.username || url.password) throw new WebhookAddressRefused(url.host, 'it may hold no name and password.');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const own = networksOf(this.config.webhookNetworks);
    if (isIP(host) && !isOutside(host, own))
      throw new WebhookAddressRefused(text, 'it is no address of the internet. WEBHOOK_NETWORKS may allow it.');
    if (url.protocol === 'http:' && !(isIP(host) && own.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')))
      throw new WebhookAddressRefused(text, 'without TLS anybody on the way could read it. Use https://.');
    url.hash = '';
    return url.href;
  }

  private async byId(id: number): Promise<WebhookEndpoint> {
    const row = await this.sql.one<WebhookEndpoint>(
      `select ${endpointColumns} from webhook_endpoint e where e.id = $1`,
      [id],
    );
    if (!row) throw new NotFound('webhook', String(id));
    return row;
  }
}
