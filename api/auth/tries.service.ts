import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { network } from '../shared/network.js';
import { ProgramSql } from '../shared/sql.js';
import { TooManyTries } from './auth.errors.js';

/** So many tries are free; each after them waits twice as long as the one before. */
const FREE = { pair: 5, email: 50, network: 50 };
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** After a day without a try all is forgotten. */
const FORGOTTEN_HOURS = 24;

/** How long after its last try a subject has to wait; `$3` are free. */
const WAIT = `make_interval(secs => case when t.tries < $3 then 0
  else least(${LONGEST_WAIT_SECONDS}, ${FIRST_WAIT_SECONDS} * 2 ^ least(t.tries - $3, 10)) end)`;

/**
 * Counts tries to sign in, and makes them wait: for one address from one network soon, so that guessing ends; for one
 * address from everywhere, and for one network, later, so that nobody can lock a colleague out. Whether the address
 * exists makes no difference.
 */
@Injectable()
export class Tries {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
  ) {}

  /** Counts one before it is made, so that many at once are all counted; refuses it while it has to wait. */
  async count(email: string): Promise<void> {
    for (const [kind, subject] of subjects(email)) {
      const counted = await this.sql.one(
        `insert into sign_in_try as t (subject, tries, last_at) values ($1, 1, $2)
         on conflict (subject) do update set last_at = $2,
           tries = case when t.last_at < $2::timestamptz - make_interval(hours => ${FORGOTTEN_HOURS}) then 1 else t.tries + 1 end
         where t.last_at + ${WAIT} <= $2
         returning tries`,
        [subject, this.clock.now(), FREE[kind]],
      );
      if (!counted) throw new TooManyTries(await this.secondsToWait(subject, FREE[kind]));
    }
  }

  /** The right password was given: the address starts anew. What came from the network stays counted. */
  async forgive(email: string): Promise<void> {
    const [pair, all] = subjects(email);
    await this.sql.rows('delete from sign_in_try where subject = any($1)', [[pair?.[1], all?.[1]]]);
  }

  private async secondsToWait(subject: Buffer, free: number): Promise<number> {
    const found = await this.sql.one<{ seconds: number }>(
      `select ceil(extract(epoch from last_at + ${WAIT} - $2))::integer as seconds from sign_in_try t where subject = $1`,
      [subject, this.clock.now(), free],
    );
    return Math.max(1, found?.seconds ?? 1);
  }
}

function subjects(email: string): ['pair' | 'email' | 'network', Buffer][] {
  const from = network(caller().origin);
  const address = email.trim().toLowerCase();
  const hash = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();
  return [
    ['pair', hash('pair', address, from)],
    ['email', hash('email', address)],
    ['network', hash('network', from)],
  ];
}
