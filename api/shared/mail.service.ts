import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type pg from 'pg';
import { Config } from '../config.js';
import { Clock } from './clock.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Whom an answer reaches; the sender when nobody is named. */
  replyTo?: string | null;
}

/** What became of handing a mail to the server, as far as can be known. */
export type MailResult = { state: 'sent' } | { state: 'refused' | 'later' | 'unknown'; error: string };

/** The mail server, when one is configured. */
@Injectable()
export class MailService {
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

  async send(mail: Mail): Promise<MailResult> {
    if (!this.config.smtpUrl) throw new Error('no mail server is configured');
    const transport = createTransport(this.config.smtpUrl);
    // The body is asked for once the server has greeted us and let us in: before that, it has taken nothing.
    let hasBegun = false;
    transport.use('stream', ({ message }, done) => {
      message.transform(() => {
        hasBegun = true;
        return new PassThrough();
      });
      done();
    });
    try {
      await transport.sendMail({
        ...mail,
        replyTo: mail.replyTo ? { name: '', address: mail.replyTo } : undefined,
        // As one address: read as a list, “x<other@elsewhere>” and “one,other@elsewhere” would go to others.
        to: { name: '', address: mail.to },
        from: this.config.mailFrom,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { state: 'sent' };
    } catch (error) {
      return { state: afterFailure(error as SmtpError, hasBegun), error: (error as Error).message };
    } finally {
      transport.close();
    }
  }
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** Certain that it was not taken: the server answered no, or was never reached. Anything else may have been taken. */
function afterFailure({ code, responseCode }: SmtpError, hasBegun: boolean): 'refused' | 'later' | 'unknown' {
  if (code === 'EENVELOPE' && responseCode === undefined) return 'refused'; // an address that is none
  if (!hasBegun) return 'later'; // out of reach, or it does not let us in: no fault of the message
  if (responseCode !== undefined && responseCode >= 500) return 'refused';
  if (responseCode !== undefined && responseCode >= 400) return 'later';
  return 'unknown';
}
