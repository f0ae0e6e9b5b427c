import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Config } from '../config.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { begins, holds, listOf, Values } from '../shared/list.js';
import type { Page, PageArgs, SortDirection } from '../shared/page.js';
import { BadInput, NotFound } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import { LastAdmin, NotOfDemo, NotOneself, OwnRole, PeopleOnly, PersonExists } from './auth.errors.js';
import { type Person, personColumns } from './person.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { hashOf, newSecret } from './secrets.js';
import { Sessions } from './sessions.service.js';

const LINK_HOURS = 24;

export type NewPerson = Pick<Person, 'email' | 'name' | 'role'>;
export interface PeopleList {
  search?: string;
  role?: string;
  isActive?: boolean;
  sort: 'name' | 'email' | 'role' | 'created_at';
  direction: SortDirection;
  page: PageArgs;
}

/** Who may sign in, and in which role. */
@Injectable()
export class People {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  page({ search, role, isActive, sort, direction, page }: PeopleList): Promise<Page<Person>> {
    const values = new Values();
    return listOf<Person>(this.sql, {
      select: personColumns,
      from: 'person p',
      where: [
        search !== undefined &&
          `(p.name ilike ${values.add(holds(search))} or p.email ilike ${values.add(begins(search))})`,
        role !== undefined && `p.role = ${values.add(role)}`,
        isActive !== undefined && `p.is_active = ${values.add(isActive)}`,
      ],
      values,
      sort: { by: `p.${sort}`, type: sort === 'created_at' ? 'timestamptz' : 'text' },
      key: 'p.id',
      direction,
      page,
    });
  }

  async byId(id: number): Promise<Person> {
    const person = await this.sql.one<Person>(`select ${personColumns} from person p where p.id = $1`, [id]);
    if (!person) throw new NotFound('person', String(id));
    return person;
  }

  /** The person who signed in; a program is none. */
  async whoAsks(): Promise<Person> {
    const { personId } = caller();
    if (personId === null) throw new PeopleOnly();
    return this.byId(personId);
  }

  /** Of whom the caller may say who they are: visitors of the demo book only of one another, and of whom they added. */
  async mine(id: number): Promise<Person> {
    const person = await this.byId(id);
    const other = await this.sql.one(
      `select from person me join person p on p.id = $2
        where me.id = $1 and me.is_demo and not p.is_demo and not exists (select from person a where a.id = p.added_by_id and a.is_demo)`,
      [caller().personId, id],
    );
    if (other) throw new NotOfDemo(person.name);
    return person;
  }

  async byEmail(email: string): Promise<Person> {
    const person = await this.sql.one<Person>(
      `select ${personColumns} from person p where lower(p.email) = lower($1)`,
      [email.trim()],
    );
    if (!person) throw new NotFound('person with the address', email);
    return person;
  }

  /** Somebody new, with a link to set the password; no password is ever typed for somebody else. */
  async add({ email, name, role }: NewPerson): Promise<{ person: Person; link: string }> {
    return this.sql.transaction(async (client) => {
      const id = await this.addIn(client, { email, name, role });
      const link = await this.linkFor(client, id);
      return {
        person: {
          id,
          email: email.trim(),
          name: name.trim(),
          role,
          isActive: true,
          hasSecondFactor: false,
          isDemo: false,
          createdAt: this.clock.now(),
        },
        link,
      };
    });
  }

  /** The same without a link, for who signs in elsewhere. */
  async addIn(client: pg.ClientBase, { email, name, role }: NewPerson): Promise<number> {
    if (!/^[^@\s]+@[^@\s]+$/.test(email.trim())) throw new BadInput(`“${email}” is no e-mail address.`);
    if (name.trim() === '') throw new BadInput('A person has a name.');
    const { rows } = await client.query<{ id: number }>(
      `insert into person (email, name, role, created_at, added_by_id) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [email.trim(), name.trim(), role, this.clock.now(), caller().personId],
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new PersonExists(email);
    await this.audit.record(client, {
      action: 'added a person',
      subjectType: 'person',
      subjectId: String(id),
      after: { email: email.trim(), name: name.trim(), role },
    });
    return id;
  }

  /** A link to set a new password; the ones before it end. */
  async newLink(id: number): Promise<string> {
    const person = await this.mine(id);
    return this.sql.transaction(async (client) => {
      await this.audit.record(client, {
        action: 'made a link to set a password',
        subjectType: 'person',
        subjectId: String(person.id),
      });
      return this.linkFor(client, person.id);
    });
  }

  async removeSecondFactor(id: number): Promise<Person> {
    // One’s own takes the password and a code: a page left open must not do.
    if (id === caller().personId) throw new NotOneself();
    await this.factors.remove(await this.mine(id));
    return this.byId(id);
  }

  async change(id: number, to: { role?: Person['role']; isActive?: boolean }): Promise<Person> {
    const before = await this.mine(id);
    // Who says who decides on the book decides on it in no role they gave themselves.
    if (id === caller().personId && to.role !== undefined && to.role !== before.role) throw new OwnRole();
    const after = { role: to.role ?? before.role, isActive: to.isActive ?? before.isActive };
    await this.sql.transaction(async (client) => {
      // Two admins who take each other’s role at once: the second sees what the first did.
      await client.query(`select from person where role = 'admin' order by id for update`);
      await client.query('update person set role = $2, is_active = $3 where id = $1', [id, after.role, after.isActive]);
      const { rows } = await client.query(
        `select from person where role = 'admin' and is_active and not is_demo limit 1`,
      );
      if (rows.length === 0 && before.role === 'admin') throw new LastAdmin();
      if (!after.isActive) await this.sessions.endAll(client, id);
      await this.audit.record(client, {
        action: 'changed a person',
        subjectType: 'person',
        subjectId: String(id),
        before: { role: before.role, isActive: before.isActive },
        after,
      });
    });
    return this.byId(id);
  }

  /** The secret stands behind the #, which browsers send to nobody. */
  private async linkFor(client: pg.ClientBase, id: number): Promise<string> {
    const secret = newSecret();
    await client.query('delete from password_link where person_id = $1', [id]);
    await client.query(
      'insert into password_link (hash, person_id, made_at, ends_at) values ($1, $2, $3, $3::timestamptz + make_interval(hours => $4))',
      [hashOf(secret), id, this.clock.now(), LINK_HOURS],
    );
    return `${this.config.publicUrl}/set-password#${secret}`;
  }
}
