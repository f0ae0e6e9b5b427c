import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { network } from '../shared/network.js';
import { ProgramSql } from '../shared/sql.js';
import { TooManyTries } from './auth.errors.js';

interface Patience {
  /** So many tries are free; each after them waits twice as long as the one before. */
  free: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}
const patience = {
  pair: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  email: { free: 50, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  network: { free: 50, firstWaitSeconds: 30, longestWaitSeconds: 15 * 60 },
  // Mail goes to somebody who may not have asked for it: a few, then one an hour.
  'mail to': { free: 3, firstWaitSeconds: 3600, longestWaitSeconds: 3600 },
  'mail from': { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  // Links that open nothing: a few are typing errors.
  'wrong link': { free: 30, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
} satisfies Record<string, Patience>;
type Kind = keyof typeof patience;
/** After a day without a try all is forgotten. */
const FORGOTTEN_HOURS = 24;

/** How long after its last try a subject has to wait; `$3` are free, `$4` is the first wait and `$5` the longest. */
const WAIT = `make_interval(secs => case when t.tries < $3 then 0 else least($5, $4 * 2 ^ least(t.tries - $3, 10)) end)`;
const given = (kind: Kind): number[] => {
  const { free, firstWaitSeconds, longestWaitSeconds } = patience[kind];
  return [free, firstWaitSeconds, longestWaitSeconds];
};

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
  count(email: string): Promise<void> {
    return this.countAll(subjects(email));
  }

  /** The same for mails to an address that anyone may set off. */
  countMail(email: string): Promise<void> {
    return this.countAll([
      ['mail to', hash('mail to', plain(email))],
      ['mail from', hash('mail from', network(caller().origin))],
    ]);
  }

  /** The same for links that open nothing. */
  countWrongLink(): Promise<void> {
    return this.countAll([['wrong link', hash('wrong link', network(caller().origin))]]);
  }

  private async countAll(all: [Kind, Buffer][]): Promise<void> {
    for (const [kind, subject] of all) {
      const counted = await this.sql.one(
        `insert into sign_in_try as t (subject, tries, last_at) values ($1, 1, $2)
         on conflict (subject) do update set last_at = $2,
           tries = case when t.last_at < $2::timestamptz - make_interval(hours => ${FORGOTTEN_HOURS}) then 1 else t.tries + 1 end
         where t.last_at + ${WAIT} <= $2
         returning tries`,
        [subject, this.clock.now(), ...given(kind)],
      );
      if (!counted) throw new TooManyTries(await this.secondsToWait(subject, kind));
    }
  }

  /** The right password was given: the address starts anew. What came from the network stays counted. */
  async forgive(email: string): Promise<void> {
    const [pair, all] = subjects(email);
    await this.sql.rows('delete from sign_in_try where subject = any($1)', [[pair?.[1], all?.[1]]]);
  }

  private async secondsToWait(subject: Buffer, kind: Kind): Promise<number> {
    const found = await this.sql.one<{ seconds: number }>(
      `select ceil(extract(epoch from last_at + ${WAIT} - $2))::integer as seconds from sign_in_try t where subject = $1`,
      [subject, this.clock.now(), ...given(kind)],
    );
    return Math.max(1, found?.seconds ?? 1);
  }
}

const plain = (email: string) => email.trim().toLowerCase();
const hash = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();

function subjects(email: string): [Kind, Buffer][] {
  const from = network(caller().origin);
  const address = plain(email);
  return [
    ['pair', hash('pair', address, from)],
    ['email', hash('email', address)],
    ['network', hash('network', from)],
  ];
}
