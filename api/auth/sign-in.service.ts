import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Config } from '../config.js';
import { caller, inTheNameOf } from '../shared/caller.js';
import { NotFound } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import { DemoOnly, PasswordNotRight, SecondFactorOn, SignInRefused } from './auth.errors.js';
import { callerFor } from './caller-for.js';
import { hashed, isOfToday, isRight, mustHaveRoom } from './passwords.js';
import { type Person, type PersonRole, personColumns } from './person.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { Sessions } from './sessions.service.js';
import { Tries } from './tries.service.js';

export interface SignedIn {
  person: Person;
  /** For the cookie. */
  secret: string;
}

interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/** The ways in. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sql: ProgramSql,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly tries: Tries,
    private readonly factors: SecondFactors,
  ) {}

  async withPassword(given: Credentials): Promise<SignedIn> {
    const person = await this.whoShows(given);
    return this.sql.transaction((client) => this.begin(client, person, 'with a password'));
  }

  /** Else whoever finds a page left open would lock its owner out. */
  async beginSecondFactor(person: Person, password: string): Promise<{ secret: string; uri: string }> {
    if (person.hasSecondFactor) throw new SecondFactorOn();
    return this.factors.begin(await this.showsAgain(person, { password }));
  }

  async endSecondFactor(person: Person, given: Omit<Credentials, 'email'>): Promise<void> {
    await this.factors.remove(await this.showsAgain(person, given));
  }

  /** Somebody who is in shows once more who they are. */
  async showsAgain({ email }: Person, given: Omit<Credentials, 'email'>): Promise<Person> {
    try {
      return await this.whoShows({ email, ...given });
    } catch (error) {
      throw error instanceof SignInRefused ? new PasswordNotRight() : error;
    }
  }

  /** Who has this password and, where there is one, this second factor. A wrong one of either is a try. */
  private async whoShows({ email, password, code }: Credentials): Promise<Person> {
    mustHaveRoom();
    await this.tries.count(email);
    const found = await this.sql.one<Person & { password: string | null }>(
      `select ${personColumns}, p.password from person p where lower(p.email) = lower($1) and p.is_active`,
      [email.trim()],
    );
    // Compared also where nobody was found, so that the time it takes tells nothing.
    const right = await isRight(password, found?.password ?? null);
    if (!found || !right) throw new SignInRefused();
    const { password: stored, ...person } = found;
    await this.showFactor(person, code);
    if (stored !== null && !isOfToday(stored))
      await this.sql.rows('update person set password = $2 where id = $1 and password = $3', [
        ...[person.id, await hashed(password), stored],
      ]);
    await this.tries.forgive(email);
    return person;
  }

  /** For who comes by a link: a wrong code is a try here too. */
  async mustShowFactor(person: Person, code: string | undefined): Promise<void> {
    if (!person.hasSecondFactor) return;
    await this.tries.count(person.email);
    await this.showFactor(person, code);
    await this.tries.forgive(person.email);
  }

  private showFactor(person: Person, code: string | undefined): Promise<void> {
    return inTheNameOf(callerFor(person, caller().origin), () => this.factors.mustShow(person, code));
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

  async begin(client: pg.ClientBase, person: Person, way: string, isAtProvider?: boolean): Promise<SignedIn> {
    const secret = await this.sessions.begin(client, person.id, isAtProvider);
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

  /** The same, and every other session of the person ends. */
  async beginAlone(client: pg.ClientBase, person: Person, way: string): Promise<SignedIn> {
    await this.sessions.endAll(client, person.id);
    return this.begin(client, person, way);
  }

  /** Out of this browser; who was not in leaves no entry. */
  async out(): Promise<void> {
    const { personId } = caller();
    if (personId === null) return;
    await this.sql.transaction(async (client) => {
      await this.sessions.end(client);
      await this.audit.record(client, { action: 'signed out', subjectType: 'person', subjectId: String(personId) });
    });
  }

  async endOne(personId: number, id: number): Promise<void> {
    await this.sql.transaction(async (client) => {
      if (!(await this.sessions.endOne(client, personId, id))) throw new NotFound('session', String(id));
      await this.audit.record(client, {
        action: 'ended a session',
        subjectType: 'person',
        subjectId: String(personId),
      });
    });
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
