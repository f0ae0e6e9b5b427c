import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { dayInWords } from '../../analytics/index.js';
import { Jobs } from '../jobs/jobs.service.js';
import { asHtml, htmlMail } from '../shared/html-mail.js';
import { MailService } from '../shared/mail.service.js';
import { AskAboutApplicant } from './ask-about-applicant.service.js';
import { CreditApplications, type FormMail, MAIL_FORM } from './credit-applications.service.js';

/** Mails a prospect the link to its form, and asks the providers once it is sent in. */
import { ASK_ABOUT_APPLICANT } from './prospect-forms.service.js';

@Injectable()
export class CreditApplicationJobs implements OnModuleInit {
  private readonly logger = new Logger(CreditApplicationJobs.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly applications: CreditApplications,
    private readonly mail: MailService,
    private readonly asking: AskAboutApplicant,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<FormMail>({
      id: MAIL_FORM,
      description: 'Mails a prospect the link to its credit application.',
      run: (of) => this.send(of),
    });
    this.jobs.declare<{ applicationId: number }>({
      id: ASK_ABOUT_APPLICANT,
      description: 'Asks the providers of credit checks about a company whose form is sent in.',
      waits: true,
      run: ({ applicationId }) => this.asking.about(applicationId),
    });
  }

  /** A mail that may have gone is not sent twice: a new link can be made. */
  private async send(form: FormMail): Promise<void> {
    const of = await this.applications.newLink(form);
    if (!of) return;
    const { to } = form;
    const { supplier, companyName, link, endsAt } = of;
    const paragraphs = [
      `${supplier} asks ${companyName} for a credit application. This link opens the form until ${dayInWords(endsAt.toISOString().slice(0, 10))}:`,
      link,
      'What you write is kept as you write it; you can come back by the same link. If you did not expect this, leave it alone and ask the people you know there.',
    ];
    const html = paragraphs.map((text) =>
      text === link ? `<p><a href="${asHtml(link)}">${asHtml(link)}</a></p>` : `<p>${asHtml(text)}</p>`,
    );
    const subject = `Credit application for ${supplier}`;
    const mail = { to, subject, text: `${paragraphs.join('\n\n')}\n`, html: htmlMail(html.join('')) };
    const result = await this.mail.send(mail);
    if (result.state === 'sent') return;
    if (result.state === 'later') throw new Error(`the mail server said “later”: ${result.error}`);
    this.logger.warn(`“${subject}” was not sent (${result.state}): ${result.error}`);
  }
}
