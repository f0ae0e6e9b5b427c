import { Injectable } from '@nestjs/common';
import { caller } from './caller.js';
import { ProgramSql } from './sql.js';

/** What changes figures; an index has this condition. */
const OF_BOOK = `subject_type not in ('person', 'key', 'credit check')`;
/** Acts after which every amount, score and rate is what it was; any other is taken to change them. */
const ASIDE = [
  'put orders on hold',
  'released the hold',
  'dismissed a proposal to hold',
  'set credit limit',
  'asked for approval',
  'kept a decision',
  'sent reminders',
  'made a call',
  'paused reminders',
  'ended a pause of reminders',
  'began a credit application',
  'made a link to a credit application',
  'sent in a credit application',
  'settled a match on a list of sanctions',
  'sent a test message',
  'uploaded files',
  'said what columns mean',
];
/** So many figures are kept; a page asks for about fifteen. */
const MOST = 200;

/**
 * Keeps figures of the whole book until something changes. Every change of ledger, scores or rates leaves an audit entry
 * in its own transaction, so the newest entries that can be seen tell whether a figure still holds. They are read before
 * the figure is made: one made while a change commits is made again at the next asking.
 */
@Injectable()
export class Remembered {
  private seen = '';
  private figures = { ledger: new Map<string, Promise<unknown>>(), book: new Map<string, Promise<unknown>>() };

  constructor(private readonly sql: ProgramSql) {}

  /** A figure of the `ledger` also outlives acts that leave amounts, scores and rates as they are, such as a hold. */
  async of<T>(what: string, make: () => Promise<T>, from: 'ledger' | 'book' = 'book'): Promise<T> {
    const { seesOnlyOwn, personId } = caller();
    // Who sees only their own customers has figures of their own.
    const key = seesOnlyOwn ? `${personId}: ${what}` : what;
    await this.forgetWhatChanged();
    const figures = this.figures[from];
    const known = figures.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    figures.set(key, made);
    if (figures.size > MOST) figures.delete(figures.keys().next().value as string);
    // What failed is not kept.
    made.catch(() => figures.delete(key));
    return made;
  }

  /** Looks at two hundred, since changes that overlap may commit in another order than they began. */
  private async forgetWhatChanged(): Promise<void> {
    const row = await this.sql.one<{ all: string | null; ledger: string | null }>(
      `select string_agg(id::text, ' ' order by id desc) as all, string_agg(id::text, ' ') filter (where action <> all($1)) as ledger
         from (select id, action from audit_entry where ${OF_BOOK} order by id desc limit 200) newest`,
      [ASIDE],
    );
    const now = row?.all ?? '';
    if (now === this.seen) return;
    const seen = this.seen.split(' ');
    const known = new Set(seen);
    // When the newest seen is no longer among them, something between may have been overlooked.
    const isWhole = now.split(' ').includes(seen[0] ?? '');
    const changesLedger = (row?.ledger ?? '').split(' ').some((id) => id !== '' && !known.has(id));
    this.seen = now;
    this.figures = { ledger: isWhole && !changesLedger ? this.figures.ledger : new Map(), book: new Map() };
  }
}
