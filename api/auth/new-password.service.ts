import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { caller, inTheNameOf } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { AccountMails } from './account-mails.service.js';
import { LinkNotValid } from './auth.errors.js';
import { callerFor } from './caller-for.js';
import { hashed, mustBeStrong } from './passwords.js';
import { type Person, personColumns } from './person.entity.js';
import { hashOf } from './secrets.js';
import { type SignedIn, SignIn } from './sign-in.service.js';

/** A password is set by its owner alone: by a link, or with the one until now. All other sessions of theirs end. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly signing: SignIn,
    private readonly mails: AccountMails,
  ) {}

  async set({ secret, password, code }: { secret: string; password: string; code?: string }): Promise<SignedIn> {
    const linked = await this.byLink(secret);
    if (!linked) throw new LinkNotValid();
    mustBeStrong(password, linked);
    await this.signing.mustShowFactor(linked, code);
    return this.keep(linked, password, 'by a link', async (client) => {
      const { rows } = await client.query<{ shownTo: number | null }>(
        'delete from password_link where hash = $1 returning shown_to_id as "shownTo"',
        [hashOf(secret)],
      );
      if (!rows[0]) throw new LinkNotValid();
      // Another password changes nothing of it: whoever was shown the link may have set the one before.
      await client.query('update person set in_hand_of_id = $2 where id = $1', [linked.id, rows[0].shownTo]);
    });
  }

  async change(
    person: Person,
    { password, code, newPassword }: { password: string; code?: string; newPassword: string },
  ): Promise<SignedIn> {
    mustBeStrong(newPassword, person);
    await this.signing.showsAgain(person, { password, code });
    return this.keep(person, newPassword, 'with a new password');
  }

  private async keep(
    person: Person,
    password: string,
    way: string,
    before?: (client: pg.ClientBase) => Promise<void>,
  ): Promise<SignedIn> {
    const stored = await hashed(password);
    const { origin, session } = caller();
    return inTheNameOf({ ...callerFor(person, origin), session }, () =>
      this.sql.transaction(async (client) => {
        await before?.(client);
        await client.query('delete from password_link where person_id = $1', [person.id]);
        await client.query('update person set password = $2 where id = $1', [person.id, stored]);
        await this.audit.record(client, {
          action: 'set a password',
          subjectType: 'person',
          subjectId: String(person.id),
          // Never the password, nor what is kept of it.
          after: { hasPassword: true },
        });
        await this.mails.tell(client, person.id, 'password set');
        return this.signing.beginAlone(client, person, way);
      }),
    );
  }

  private byLink(secret: string): Promise<Person | undefined> {
    return this.sql.one<Person>(
      `select ${personColumns} from password_link l join person p on p.id = l.person_id
        where l.hash = $1 and l.ends_at > $2 and p.is_active`,
      [hashOf(secret), this.clock.now()],
    );
  }
}
