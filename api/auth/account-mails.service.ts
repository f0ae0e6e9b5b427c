import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Jobs } from '../jobs/jobs.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { MailService } from '../shared/mail.service.js';
import type { Notice } from './account-mail.js';
import { NoMailServer } from './auth.errors.js';
import { Tries } from './tries.service.js';

export const MAIL_LINK = 'mail-password-link';
export const MAIL_NOTICE = 'mail-account-notice';

export interface NoticeKey {
  personId: number;
  notice: Notice;
  origin: string;
  /** ISO 8601. */
  at: string;
}

/** Mails to people about their own sign-in: only over a mail server, never into the mailbox page, which others read. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly jobs: Jobs,
    private readonly mail: MailService,
    private readonly tries: Tries,
    private readonly clock: Clock,
  ) {}

  get areMailed(): boolean {
    return this.mail.isExternal;
  }

  /** Does the same whether the address exists: a job looks, later. */
  async askForLink(email: string): Promise<void> {
    if (!this.areMailed) throw new NoMailServer();
    await this.tries.countMail(email);
    await this.jobs.enqueue(null, MAIL_LINK, { email: email.trim() });
  }

  /** In the transaction of a colleague, who does not see it. */
  async sendLink(client: pg.ClientBase, email: string): Promise<void> {
    await this.jobs.enqueue(client, MAIL_LINK, { email });
  }

  /** In the transaction of what it tells of. */
  async tell(client: pg.ClientBase, personId: number, notice: Notice): Promise<void> {
    if (!this.areMailed) return;
    const key: NoticeKey = { personId, notice, origin: caller().origin, at: this.clock.now().toISOString() };
    await this.jobs.enqueue(client, MAIL_NOTICE, key);
  }
}
