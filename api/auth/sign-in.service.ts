import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Config } from '../config.js';
import { caller, inTheNameOf } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { DemoOnly, LinkNotValid, SignInRefused } from './auth.errors.js';
import { callerFor } from './caller-for.js';
import { hashed, isRight, mustBeStrong } from './passwords.js';
import { type Person, type PersonRole, personColumns } from './person.entity.js';
import { hashOf } from './secrets.js';
import { Sessions } from './sessions.service.js';
import { Tries } from './tries.service.js';

export interface SignedIn {
  person: Person;
  /** For the cookie. */
  secret: string;
}

/** The ways in. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly tries: Tries,
  ) {}

  async withPassword(email: string, password: string): Promise<SignedIn> {
    await this.tries.count(email);
    const found = await this.sql.one<Person & { password: string | null }>(
      `select ${personColumns}, p.password from person p where lower(p.email) = lower($1) and p.is_active`,
      [email.trim()],
    );
    // Compared also where nobody was found, so that the time it takes tells nothing.
    const right = await isRight(password, found?.password ?? null);
    if (!found || !right) throw new SignInRefused();
    await this.tries.forgive(email);
    const { password: _, ...person } = found;
    return this.sql.transaction((client) => this.begin(client, person, 'with a password'));
  }

  /** On the demo book each role is one click away: it is invented, and only this machine reaches it. */
  async asDemo(role: PersonRole): Promise<SignedIn> {
    const person = (await this.demoPeople()).find((each) => each.role === role);
    if (!person) throw new DemoOnly();
    return this.sql.transaction((client) => this.begin(client, person, 'by one click'));
  }

  async demoPeople(): Promise<Person[]> {
    if (!this.config.offersDemoRoles) return [];
    return this.sql.rows<Person>(
      `select ${personColumns} from person p, book b where p.is_demo and p.is_active and b.is_demo order by p.id`,
    );
  }

  /** Sets a password by a link; all other sessions and links of the person end. */
  async setPassword(secret: string, password: string): Promise<SignedIn> {
    const linked = await this.byLink(secret);
    if (!linked) throw new LinkNotValid();
    mustBeStrong(password, linked);
    const stored = await hashed(password);
    return this.sql.transaction(async (client) => {
      const { rowCount } = await client.query('delete from password_link where hash = $1', [hashOf(secret)]);
      if (rowCount === 0) throw new LinkNotValid();
      await client.query('delete from password_link where person_id = $1', [linked.id]);
      await client.query('update person set password = $2 where id = $1', [linked.id, stored]);
      await this.sessions.endAll(client, linked.id);
      await inTheNameOf(callerFor(linked, caller().origin), () =>
        this.audit.record(client, {
          action: 'set a password',
          subjectType: 'person',
          subjectId: String(linked.id),
          // Never the password, nor what is kept of it.
          after: { hasPassword: true },
        }),
      );
      return this.begin(client, linked, 'by a link');
    });
  }

  private byLink(secret: string): Promise<Person | undefined> {
    return this.sql.one<Person>(
      `select ${personColumns} from password_link l join person p on p.id = l.person_id
        where l.hash = $1 and l.ends_at > $2 and p.is_active`,
      [hashOf(secret), this.clock.now()],
    );
  }

  async begin(client: pg.ClientBase, person: Person, way: string): Promise<SignedIn> {
    const secret = await this.sessions.begin(client, person.id);
    await inTheNameOf(callerFor(person, caller().origin), () =>
      this.audit.record(client, {
        action: 'signed in',
        subjectType: 'person',
        subjectId: String(person.id),
        details: { way, role: person.role },
      }),
    );
    return { person, secret };
  }

  async endEverywhere(personId: number): Promise<void> {
    await this.sql.transaction(async (client) => {
      await this.sessions.endAll(client, personId);
      await this.audit.record(client, {
        action: 'signed out everywhere',
        subjectType: 'person',
        subjectId: String(personId),
      });
    });
  }
}
