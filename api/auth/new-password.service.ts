import { Injectable } from '@nestjs/common';
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

/** A password is set by a link, by its owner alone. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly signing: SignIn,
    private readonly mails: AccountMails,
  ) {}

  /** All other sessions and links of the person end. */
  async set({ secret, password, code }: { secret: string; password: string; code?: string }): Promise<SignedIn> {
    const linked = await this.byLink(secret);
    if (!linked) throw new LinkNotValid();
    mustBeStrong(password, linked);
    await this.signing.mustShowFactor(linked, code);
    const stored = await hashed(password);
    return inTheNameOf(callerFor(linked, caller().origin), () =>
      this.sql.transaction(async (client) => {
        const { rowCount } = await client.query('delete from password_link where hash = $1', [hashOf(secret)]);
        if (rowCount === 0) throw new LinkNotValid();
        await client.query('delete from password_link where person_id = $1', [linked.id]);
        await client.query('update person set password = $2 where id = $1', [linked.id, stored]);
        await this.audit.record(client, {
          action: 'set a password',
          subjectType: 'person',
          subjectId: String(linked.id),
          // Never the password, nor what is kept of it.
          after: { hasPassword: true },
        });
        await this.mails.tell(client, linked.id, 'password set');
        return this.signing.beginAlone(client, linked, 'by a link');
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
