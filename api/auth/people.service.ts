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
import { AccountMails } from './account-mails.service.js';
import { LastAdmin, NotOfDemo, NotOneself, OwnRole, PeopleOnly, PersonExists } from './auth.errors.js';
import { type Person, personColumns } from './person.entity.js';
import { SecondFactors } from './second-factors.service.js';
import { hashOf, newSecret } from './secrets.js';
import { Sessions } from './sessions.service.js';

const LINK_HOURS = 24;
/** What the audit says of a link. */
const TO_OWNER = 'mailed to its owner';
const toWhoAsks = () => `shown to ${caller().name}`;

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
    private readonly mails: AccountMails,
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
  async add(somebody: NewPerson): Promise<{ person: Person; link: string }> {
    const { id, link } = await this.sql.transaction(async (client) => {
      const id = await this.addIn(client, somebody, toWhoAsks());
      return { id, link: await this.linkFor(client, id, caller().personId) };
    });
    return { person: await this.byId(id), link };
  }

  /** The same by a colleague: with a mail server the link goes to its owner alone, and is null here. */
  async invite(somebody: NewPerson): Promise<{ person: Person; link: string | null }> {
    if (!this.mails.areMailed) return this.add(somebody);
    const id = await this.sql.transaction(async (client) => {
      const id = await this.addIn(client, somebody, TO_OWNER);
      await this.mails.sendLink(client, somebody.email.trim());
      return id;
    });
    return { person: await this.byId(id), link: null };
  }

  /** The same without a link, for who signs in elsewhere. */
  async addIn(client: pg.ClientBase, { email, name, role }: NewPerson, link?: string): Promise<number> {
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
      details: link === undefined ? undefined : { link },
    });
    return id;
  }

  /** A link to set a new password, for its owner or for who asks to hand over; the ones before it end. */
  async newLink(id: number, isForOwner = false): Promise<string> {
    const person = await this.mine(id);
    return this.sql.transaction(async (client) => {
      await this.recordLink(client, person, 'made a link to set a password', isForOwner ? TO_OWNER : toWhoAsks());
      return this.linkFor(client, person.id, isForOwner ? null : caller().personId);
    });
  }

  /** The same by a colleague: null with a mail server, as in `invite`. */
  async giveLink(id: number): Promise<string | null> {
    if (!this.mails.areMailed) return this.newLink(id);
    const person = await this.mine(id);
    await this.sql.transaction(async (client) => {
      await this.recordLink(client, person, 'had a link to set a password mailed', TO_OWNER);
      await this.mails.sendLink(client, person.email);
    });
    return null;
  }

  private recordLink(client: pg.ClientBase, { id }: Person, action: string, link: string): Promise<void> {
    return this.audit.record(client, { action, subjectType: 'person', subjectId: String(id), details: { link } });
  }

  async removeSecondFactor(id: number): Promise<Person> {
    // One’s own takes the password and a code: a page left open must not do.
    if (id === caller().personId) throw new NotOneself();
    await this.factors.remove(await this.mine(id));
    return this.byId(id);
  }

  async change(id: number, to: { role?: Person['role']; isActive?: boolean; reason?: string | null }): Promise<Person> {
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
        reason: to.reason,
      });
    });
    return this.byId(id);
  }

  /** The secret stands behind the #, which browsers send to nobody. In the hand of who is shown it, or whose hand they are in. */
  private async linkFor(client: pg.ClientBase, id: number, shownTo: number | null): Promise<string> {
    const secret = newSecret();
    await client.query('delete from password_link where person_id = $1', [id]);
    await client.query(
      `insert into password_link (hash, person_id, made_at, ends_at, shown_to_id)
       values ($1, $2, $3, $3::timestamptz + make_interval(hours => $4), (select coalesce(in_hand_of_id, id) from person where id = $5))`,
      [hashOf(secret), id, this.clock.now(), LINK_HOURS, shownTo],
    );
    return `${this.config.publicUrl}/set-password#${secret}`;
  }
}
