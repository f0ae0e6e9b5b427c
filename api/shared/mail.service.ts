import { PassThrough } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type pg from 'pg';
import { Config } from '../config.js';
import { insistingOnTls } from '../tls-config.js';
import { Clock } from './clock.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Whom an answer reaches; the sender when nobody is named. */
  replyTo?: string | null;
  /** By which answers and reports name it. */
  token?: string | null;
}

/** What became of handing a mail to the server, as far as can be known. */
export type MailResult =
  | { state: 'sent' }
  | { state: 'refused' | 'later' | 'unknown'; error: string; isAddressRefused?: boolean };

/** The mail server, when one is configured. */
@Injectable()
export class MailService implements OnApplicationShutdown {
  private transport?: Transporter;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  get isExternal(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  get sender(): string {
    return this.config.mailFrom;
  }

  /** Keeps a mail in the mailbox of the product, where no mail server is configured. */
  async keep(client: pg.ClientBase, mail: Mail): Promise<void> {
    await client.query(
      'insert into mailbox_message (sender, recipient, subject, body_text, body_html, received_at) values ($1, $2, $3, $4, $5, $6)',
      [this.sender, mail.to, mail.subject, mail.text, mail.html, this.clock.now()],
    );
  }

  /** Answers name the Message-ID, reports of mail servers go to an address of their own (VERP). */
  private namedBy(token: string, to: string) {
    const { mailFrom, bounceAddress } = this.config;
    const messageId = `<${token}@${/@([^@\s>]+)>?\s*$/.exec(mailFrom)?.[1]}>`;
    if (bounceAddress === undefined) return { messageId };
    return { messageId, envelope: { from: bounceAddress.replace('@', `+${token}@`), to: [to] } };
  }

  async send(mail: Mail): Promise<MailResult> {
    this.transport ??= this.open();
    const { token, ...said } = mail;
    const sending: Sending = {};
    try {
      const options: object = {
        ...said,
        ...(token && this.namedBy(token, mail.to)),
        replyTo: mail.replyTo ? { name: '', address: mail.replyTo } : undefined,
        // As one address: read as a list, “x<other@elsewhere>” and “one,other@elsewhere” would go to others.
        to: { name: '', address: mail.to },
        from: this.config.mailFrom,
        headers: { 'Auto-Submitted': 'auto-generated' },
        sending,
      };
      await this.transport.sendMail(options);
      return { state: 'sent' };
    } catch (error) {
      const { code, command, responseCode = 0, message } = error as SmtpError;
      const isAddressRefused = code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
      return { state: afterFailure(error as SmtpError, sending), error: message, isAddressRefused };
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Connections that stay open: greeting and signing in took longer than the message. Nothing is sent again in here. */
  private open(): Transporter {
    if (!this.config.smtpUrl) throw new Error('no mail server is configured');
    const url = insistingOnTls(this.config.smtpUrl, this.config.withoutTls);
    for (const [name, value] of Object.entries(POOL)) url.searchParams.set(name, value);
    const transport = createTransport({ url: url.href, dkim: this.config.dkim });
    // The body is asked for once the server has greeted us and let us in: before that, it has taken nothing.
    transport.use('stream', ({ message, data }, done) => {
      message.transform(() => {
        const body = new PassThrough();
        (data as unknown as { sending: Sending }).sending.body = body;
        return body;
      });
      done();
    });
    return transport;
  }
}

/** How far a message has come: its body is there once the server let us in, and read once a byte of it may have left. */
interface Sending {
  body?: PassThrough;
}

/** A connection for each job that sends, for a hundred messages. */
const POOL = { pool: 'true', maxConnections: '8', maxMessages: '100', maxRequeues: '0' };

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Certain that it was not taken: the server answered no, or was never reached. Anything else may have been taken. */
function afterFailure({ code, responseCode }: SmtpError, { body }: Sending): 'refused' | 'later' | 'unknown' {
  if (code === 'EENVELOPE' && responseCode === undefined) return 'refused'; // an address that is none
  if (!body) return 'later'; // out of reach, or it does not let us in: no fault of the message
  if (responseCode !== undefined && responseCode >= 500) return 'refused';
  if (responseCode !== undefined && responseCode >= 400) return 'later';
  return body.readableDidRead ? 'unknown' : 'later';
}
