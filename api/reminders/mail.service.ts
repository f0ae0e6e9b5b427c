import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type pg from 'pg';
import { Config } from '../config.js';
import { Clock } from '../shared/clock.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What became of handing a mail to the server, as far as can be known. */
export type MailResult = { state: 'sent' } | { state: 'refused' | 'later' | 'unknown'; error: string };

/** The mail server when one is configured; else the mailbox page of the product. */
@Injectable()
export class MailService implements OnApplicationShutdown {
  private readonly transport?: Transporter;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    if (config.smtpUrl) this.transport = createTransport(config.smtpUrl, { from: config.mailFrom });
  }

  get isExternal(): boolean {
    return this.transport !== undefined;
  }

  async send(mail: Mail): Promise<MailResult> {
    if (!this.transport) throw new Error('no mail server is configured');
    try {
      await this.transport.sendMail({ ...mail, from: this.config.mailFrom, headers: { 'Auto-Submitted': 'auto-generated' } });
      return { state: 'sent' };
    } catch (error) {
      return { state: afterFailure(error as SmtpError), error: (error as Error).message };
    }
  }

  /** Inside the transaction that marks it as sent: both or none. */
  async keepInMailbox(client: pg.ClientBase, mail: Mail): Promise<void> {
    await client.query(
      'insert into mailbox_message (sender, recipient, subject, body_text, body_html, received_at) values ($1, $2, $3, $4, $5, $6)',
      [this.config.mailFrom, mail.to, mail.subject, mail.text, mail.html, this.clock.now()],
    );
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  command?: string;
}

/** Certain that it was not taken: the server answered no, or was never reached. Anything else may have been taken. */
function afterFailure({ code, responseCode, command }: SmtpError): 'refused' | 'later' | 'unknown' {
  if (responseCode !== undefined && responseCode >= 500) return 'refused';
  if (responseCode !== undefined && responseCode >= 400) return 'later';
  if (['EDNS', 'ECONNREFUSED'].includes(code ?? '') || (command === 'CONN' && ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT'].includes(code ?? ''))) return 'later';
  if (code === 'EENVELOPE') return 'refused';
  return 'unknown';
}
