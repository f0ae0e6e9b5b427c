import { Injectable } from '@nestjs/common';
import type { CountryCode } from 'libphonenumber-js';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type pg from 'pg';
import { Config } from '../config.js';
import { Clock } from './clock.js';
import { asHtml, htmlMail } from './html-mail.js';
import type { MailResult } from './mail.service.js';

export interface TextMessage {
  /** As +491701234567. */
  to: string;
  text: string;
  /** The same for each attempt, so that a gateway that knows it takes one of them. */
  token?: string | null;
}

/**
 * A telephone number as a gateway takes it, where text messages arrive: a mobile one, or one of a country that does not
 * tell mobile ones apart. Null for all others. Without a prefix it is read as one of the country.
 */
export function mobileNumber(phone: string, country: string | null): string | null {
  const found = parsePhoneNumberFromString(phone, (country ?? undefined) as CountryCode | undefined);
  if (!found?.isValid()) return null;
  const type = found.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? found.number : null;
}

/** An answer is a few hundred signs; what is longer is none. */
const LONGEST_ANSWER = 100_000;

/** The gateway for text messages, when one is configured: a POST of JSON, answered with the key of the message. */
@Injectable()
export class SmsService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get isExternal(): boolean {
    return this.config.sms !== undefined;
  }

  /** Keeps a text message in the mailbox of the product, where no gateway is configured. */
  async keep(client: pg.ClientBase, { to, text }: TextMessage): Promise<void> {
    await client.query(
      'insert into mailbox_message (sender, recipient, subject, body_text, body_html, received_at) values ($1, $2, $3, $4, $5, $6)',
      [this.config.mailFrom, to, 'Text message', text, htmlMail(`<p>${asHtml(text)}</p>`), this.clock.now()],
    );
  }

  async send({ to, text, token }: TextMessage): Promise<MailResult> {
    if (!this.config.sms) throw new Error('no gateway for text messages is configured');
    const { url, key, keyHeader, sender, body, idField, seconds } = this.config.sms;
    const [name, value] = keyHeader;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [name]: value.replaceAll('{key}', key),
          ...(token && { 'idempotency-key': token }),
        },
        body: filled(body, { from: sender, to, text }),
        signal: AbortSignal.timeout(seconds * 1000),
      });
      return said(answer.status, await answer.text(), idField);
    } catch (error) {
      return { state: wasReached(error as Failure) ? 'unknown' : 'later', error: reasonOf(error as Failure) };
    }
  }
}

/** The signs of a value stay one JSON text, whatever they are. */
const filled = (body: string, values: Record<string, string>) =>
  body.replace(/\{(from|to|text)\}/g, (_, name: string) => JSON.stringify(values[name]).slice(1, -1));

const cut = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200);

/** Only its own “no” says that it was not taken; a yes without the key of a message may have been one. */
function said(status: number, answer: string, idField: string): MailResult {
  const error = `The gateway answered ${status}: ${cut(answer) || 'nothing'}`;
  if (status >= 200 && status < 300) return hasKey(answer, idField) ? { state: 'sent' } : { state: 'unknown', error };
  // Not let in, too many, not now, elsewhere: no fault of the message.
  if ([401, 402, 403, 404, 408, 425, 429, 503].includes(status) || (status >= 300 && status < 400))
    return { state: 'later', error };
  return { state: status >= 500 ? 'unknown' : 'refused', error };
}

function hasKey(answer: string, idField: string): boolean {
  if (answer.length > LONGEST_ANSWER) return false;
  try {
    let found: unknown = JSON.parse(answer);
    for (const name of idField.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[name];
    return (typeof found === 'string' && found !== '') || typeof found === 'number';
  } catch {
    return false;
  }
}

interface Failure extends Error {
  cause?: { code?: string; message?: string };
}

/** Before a line is there nothing was said over it; afterwards nobody knows. */
const NEVER_REACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;
const wasReached = ({ cause }: Failure) => !NEVER_REACHED.test(cause?.code ?? '');
const reasonOf = ({ name, message, cause }: Failure) =>
  name === 'TimeoutError' ? 'The gateway did not answer in time.' : `The gateway: ${cause?.message || message}`;
