import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { type Mail, MailService } from '../shared/mail.service.js';
import { ProgramSql } from '../shared/sql.js';
import { invitationText, linkText, noticeText } from './account-mail.js';
import { MAIL_LINK, MAIL_NOTICE, type NoticeKey } from './account-mails.service.js';
import { People } from './people.service.js';

/** Mails people what they asked for, or should know, about their sign-in. */
@Injectable()
export class AccountJobs implements OnModuleInit {
  private readonly logger = new Logger(AccountJobs.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly sql: ProgramSql,
    private readonly people: People,
    private readonly mail: MailService,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<{ email: string }>({
      id: MAIL_LINK,
      description: 'Mails a link to set a password, if somebody has the address.',
      run: ({ email }) => this.mailLink(email),
    });
    this.jobs.declare<NoticeKey>({
      id: MAIL_NOTICE,
      description: 'Tells a person that their sign-in changed.',
      run: (key) => this.mailNotice(key),
    });
  }

  private async mailLink(email: string): Promise<void> {
    const person = await this.sql.one<{ id: number; name: string; email: string; addedBy: string | null }>(
      // Who signs in at a provider gets no password beside it, which would outlive the provider’s word.
      `select p.id, p.name, p.email, case when p.password is null then (select a.name from person a where a.id = p.added_by_id) end as "addedBy"
         from person p where lower(p.email) = lower($1) and p.is_active and not p.is_demo
          and not exists (select from person_identity i where i.person_id = p.id)`,
      [email],
    );
    if (!person) return;
    const link = await this.people.newLink(person.id, true);
    const { name, email: to, addedBy } = person;
    await this.send({ to, ...(addedBy === null ? linkText(name, link) : invitationText(name, addedBy, link)) });
  }

  private async mailNotice({ personId, notice, origin, at }: NoticeKey): Promise<void> {
    const { name, email } = await this.people.byId(personId);
    await this.send({ to: email, ...noticeText(name, notice, origin, new Date(at)) });
  }

  /** A mail that may have gone is not sent twice: whoever misses it asks again. */
  private async send(mail: Mail): Promise<void> {
    const result = await this.mail.send(mail);
    if (result.state === 'sent') return;
    if (result.state === 'later') throw new Error(`the mail server said “later”: ${result.error}`);
    this.logger.warn(`“${mail.subject}” was not sent (${result.state}): ${result.error}`);
  }
}
