import { Injectable } from '@nestjs/common';
import { caller } from './caller.js';
import { ProgramSql } from './sql.js';

/** What changes figures; an index has this condition. */
const OF_BOOK = `subject_type not in ('person', 'key', 'credit check')`;
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
  private figures = new Map<string, Promise<unknown>>();

  constructor(private readonly sql: ProgramSql) {}

  async of<T>(what: string, make: () => Promise<T>): Promise<T> {
    const { seesOnlyOwn, personId } = caller();
    // Who sees only their own customers has figures of their own.
    const key = seesOnlyOwn ? `${personId}: ${what}` : what;
    const newest = await this.newestChanges();
    if (newest !== this.seen) {
      this.seen = newest;
      this.figures = new Map();
    }
    const { figures } = this;
    const known = figures.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    figures.set(key, made);
    if (figures.size > MOST) figures.delete(figures.keys().next().value as string);
    // What failed is not kept.
    made.catch(() => figures.delete(key));
    return made;
  }

  /** Two hundred, since changes that overlap may commit in another order than they began. */
  private async newestChanges(): Promise<string> {
    const row = await this.sql.one<{ ids: string }>(
      `select string_agg(id::text, ' ') as ids from (select id from audit_entry where ${OF_BOOK} order by id desc limit 200) newest`,
    );
    return row?.ids ?? '';
  }
}
