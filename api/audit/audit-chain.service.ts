import { Injectable } from '@nestjs/common';
import { Sql } from '../shared/sql.js';

/** What the first broken place looks like. */
export type Break = 'changed' | 'removed' | 'link removed' | 'slipped in' | 'cut short';

export type Verified =
  | { isWhole: true; entries: number; head: string | null }
  | { isWhole: false; problem: Break; place: number | null; entryId: number | null };

/** Proves that the audit is what was written: each entry’s hash is made of what it says and of the hash before it. */
@Injectable()
export class AuditChain {
  constructor(private readonly sql: Sql) {}

  /**
   * Reads the whole chain and says where it breaks first. A chain that was cut short is whole in itself, so a head that
   * was noted somewhere else is looked for: the chain must still go through it.
   */
  async verify(notedHead?: string): Promise<Verified> {
    const broken = await this.sql.one<{ place: number; entryId: number; problem: Break }>(`
      select place, "entryId", problem from (
        select l.place, l.entry_id as "entryId", case
                 when l.place <> coalesce(lag(l.place) over w, 0) + 1 then 'link removed'
                 when e.id is null then 'removed'
                 when l.hash <> audit_hash(coalesce(lag(l.hash) over w, ''), l.place, e) then 'changed' end as problem
          from audit_link l left join audit_entry e on e.id = l.entry_id
        window w as (order by l.place)) link
       where problem is not null order by place limit 1`);
    if (broken) return { isWhole: false, ...broken };
    const slippedIn = await this.sql.one<{ id: number }>(
      'select e.id from audit_entry e where not exists (select from audit_link l where l.entry_id = e.id) order by e.id limit 1',
    );
    if (slippedIn) return { isWhole: false, problem: 'slipped in', place: null, entryId: slippedIn.id };
    const newest = await this.sql.one<{ place: number; head: string }>(
      `select place, encode(hash, 'hex') as head from audit_link order by place desc limit 1`,
    );
    if (notedHead !== undefined) {
      const found = await this.sql.one('select from audit_link where hash = $1', [Buffer.from(notedHead, 'hex')]);
      if (!found) return { isWhole: false, problem: 'cut short', place: newest?.place ?? null, entryId: null };
    }
    return { isWhole: true, entries: newest?.place ?? 0, head: newest?.head ?? null };
  }
}
