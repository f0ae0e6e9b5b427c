import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { type Mail, type MailResult, MailService } from '../shared/mail.service.js';
import { mobileNumber, SmsService } from '../shared/sms.service.js';

/** What takes a message away: over the line where one is set up, else into the mailbox of the product. */
export interface Carrier {
  isExternal: boolean;
  keep(client: pg.ClientBase, mail: Mail): Promise<void>;
  send(mail: Mail): Promise<MailResult>;
}

/** One for each channel over which the program itself sends. */
@Injectable()
export class Carriers {
  constructor(
    private readonly mail: MailService,
    private readonly sms: SmsService,
  ) {}

  of(channel: 'email' | 'sms', country: string | null): Carrier {
    if (channel === 'email') return this.mail;
    const { sms } = this;
    return {
      isExternal: sms.isExternal,
      keep: (client, { to, text }) => sms.keep(client, { to, text }),
      send: async ({ to, text, token }) => {
        const number = mobileNumber(to, country);
        if (!number) return { state: 'refused', error: `${to} takes no text messages.` };
        return sms.send({ to: number, text, token });
      },
    };
  }
}
