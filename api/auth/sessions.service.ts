import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config.js';
import { type Caller, caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { ProgramSql } from '../shared/sql.js';
import { callerFor } from './caller-for.js';
import { FactorDuty } from './factor-duty.service.js';
import { type Person, personColumns } from './person.entity.js';
import { hashOf, newSecret } from './secrets.js';
import type { Session } from './session.view.js';
import type { SessionsArgs } from './sessions.inputs.js';

/** A session ends a day after it began, or four hours after it was last used: a page stays open over lunch, not overnight. */
const LONGEST_HOURS = 24;
const IDLE_HOURS = 4;
/** Who signed in at a provider goes there again after an hour: a role withdrawn there is not kept here for longer. */
const PROVIDERS_HOURS = 1;
/** How often “last used” is written down, so that reading does not write each time. */
const NOTED_EVERY_MINUTES = 5;

/** Who is signed in: a secret in a cookie, its hash in the database. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly duty: FactorDuty,
    private readonly config: Config,
  ) {}

  /**
   * Begins one and returns the secret for the cookie. One browser has one session: the one it asks in ends. Who came by a
   * provider was asked for a second factor there.
   */
  async begin(client: pg.ClientBase, personId: number, isAtProvider = false): Promise<string> {
    const secret = newSecret();
    const now = this.clock.now();
    await client.query('delete from session where person_id = $1 and ends_at <= $2 or hash = $3', [
      ...[personId, now, caller().session ?? null],
    ]);
    await client.query(
      `insert into session (hash, person_id, began_at, seen_at, ends_at, origin, is_at_provider)
       values ($1, $2, $3, $3, $3::timestamptz + make_interval(hours => $4), $5, $6)`,
      [hashOf(secret), personId, now, isAtProvider ? PROVIDERS_HOURS : LONGEST_HOURS, caller().origin, isAtProvider],
    );
    return secret;
  }

  /** Whose session it is; undefined when it is none, has ended, or its person may not sign in any more. */
  async callerOf(secret: string, origin: string): Promise<Caller | undefined> {
    const now = this.clock.now();
    const hash = hashOf(secret);
    const [found] = await this.sql.prepared<Person & { isStale: boolean; isAtProvider: boolean }>(
      `select ${personColumns}, s.seen_at < $2::timestamptz - make_interval(mins => $4) as "isStale", s.is_at_provider as "isAtProvider"
         from session s join person p on p.id = s.person_id
        where s.hash = $1 and s.ends_at > $2 and s.seen_at > $2::timestamptz - make_interval(hours => $3) and p.is_active`,
      [hash, now, IDLE_HOURS, NOTED_EVERY_MINUTES],
    );
    if (!found) return undefined;
    if (found.isStale) await this.sql.rows('update session set seen_at = $2 where hash = $1', [hash, now]);
    const asker = callerFor(found, origin, !found.isAtProvider && this.duty.isOwedBy(found));
    return { ...asker, session: hash, seesOnlyOwn: asker.seesOnlyOwn && !this.config.salesSeeAll };
  }

  /** Those of a person that still hold; `secret` is of the one that asks. */
  page(
    personId: number,
    { filter = {}, sort, direction, ...page }: SessionsArgs,
    secret?: string,
  ): Promise<Page<Session>> {
    const values = new Values();
    const $person = values.add(personId);
    const $now = `${values.add(this.clock.now())}::timestamptz`;
    const isThis = `(s.hash = ${values.add(hashOf(secret ?? ''))}::bytea)`;
    return listOf<Session>(this.sql, {
      select: `s.id, s.began_at as "beganAt", s.seen_at as "seenAt", s.ends_at as "endsAt", s.origin, ${isThis} as "isThisOne"`,
      from: 'session s',
      where: [
        `s.person_id = ${$person} and s.ends_at > ${$now} and s.seen_at > ${$now} - make_interval(hours => ${IDLE_HOURS})`,
        // Named in both statements of the list, so that its type is known in both.
        filter.isThisOne === undefined ? `${isThis} is not null` : `${isThis} = ${values.add(filter.isThisOne)}`,
      ],
      values,
      sort: { by: `s.${sort}`, type: 'timestamptz' },
      key: 's.id',
      direction,
      page,
    });
  }

  /** The one that is asked in. */
  async end(client: pg.ClientBase): Promise<void> {
    await client.query('delete from session where hash = $1', [caller().session ?? null]);
  }

  async endOne(client: pg.ClientBase, personId: number, id: number): Promise<boolean> {
    const { rowCount } = await client.query('delete from session where person_id = $1 and id = $2', [personId, id]);
    return rowCount === 1;
  }

  async endAll(client: pg.ClientBase, personId: number): Promise<void> {
    await client.query('delete from session where person_id = $1', [personId]);
  }
}
