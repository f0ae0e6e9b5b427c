import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { Config } from '../../config.js';
import { Clock } from '../../shared/clock.js';
import { isSigned, webhookSignature } from '../../shared/webhook-signature.js';
import { MailNotReadable, WebhookExpired, WebhookNotSigned, WebhookReplayed } from './incoming-mail.errors.js';
import { IncomingMails, type MailOutcome } from './incoming-mail.service.js';

const MINUTES = 5;

/** What a mail service has read for us; `messageId` is the Message-ID of our message. */
const event = z.object({
  type: z.enum(['bounced', 'delayed', 'complained']),
  messageId: z.string().max(500),
  isPermanent: z.boolean().default(false),
  detail: z.string().max(500).nullish(),
});

export interface WebhookRequest {
  id: string;
  second: string;
  signatures: string;
  type: string;
  body: Buffer;
}

/** What a mail service sends us, signed as Standard Webhooks has it. */
@Injectable()
export class MailWebhook {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly mails: IncomingMails,
  ) {}

  async take(request: WebhookRequest): Promise<MailOutcome> {
    const second = this.trusted(request);
    const once = (client: pg.ClientBase) => this.notBefore(client, request.id, second);
    if (/^message\/rfc822\b/i.test(request.type)) return this.mails.take(request.body, 'webhook', once);
    const { type, messageId, isPermanent, detail } = eventIn(request.body);
    const token = /([0-9a-f]{32})@/i.exec(messageId)?.[1]?.toLowerCase();
    const read = { kind: type, tokens: token ? [token] : [], sender: 'the mail service', subject: '', text: '' };
    return this.mails.takeEvent({ ...read, isPermanent, detail: detail ?? null }, request.id, once);
  }

  /** Signed by who has the secret, and just now. */
  private trusted({ id, second, signatures, body }: WebhookRequest): number {
    const secret = this.config.mailWebhookSecret;
    if (!secret || !/^[\w.-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(second)) throw new WebhookNotSigned();
    if (!isSigned(signatures, webhookSignature(secret, id, Number(second), body))) throw new WebhookNotSigned();
    if (Math.abs(this.clock.now().getTime() - Number(second) * 1000) > MINUTES * 60_000)
      throw new WebhookExpired(MINUTES);
    return Number(second);
  }

  /** A service that got no answer signs the same anew: that is no replay, and the mail in it is still taken once. */
  private async notBefore(client: pg.ClientBase, id: string, second: number): Promise<void> {
    const sentAt = new Date(second * 1000);
    const { rowCount } = await client.query(
      `insert into webhook_taken (webhook_id, sent_at, taken_at) values ($1, $2, $3)
       on conflict (webhook_id) do update set sent_at = excluded.sent_at, taken_at = excluded.taken_at where webhook_taken.sent_at < excluded.sent_at`,
      [id, sentAt, this.clock.now()],
    );
    if (rowCount === 0) throw new WebhookReplayed();
  }
}

function eventIn(body: Buffer): z.output<typeof event> {
  try {
    return event.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new MailNotReadable();
  }
}
