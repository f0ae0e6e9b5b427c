import { Injectable } from '@nestjs/common';
import { holds, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import type { AuditArgs, AuditEntry, AuditFilter } from './audit.view.js';

const columns = `e.id, e.at, e.actor, e.origin, e.action, e.subject_type as "subjectType", e.subject_id as "subjectId", e.before, e.after, e.reason, e.details`;
const link = {
  select: `encode(l.hash, 'hex') as hash`,
  join: 'left join audit_link l on l.entry_id = page.id',
};

const where = (filter: AuditFilter, values: Values) => [
  filter.actor !== undefined && `e.actor ilike ${values.add(holds(filter.actor))}`,
  filter.action !== undefined && `e.action ilike ${values.add(holds(filter.action))}`,
  filter.subjectType !== undefined && `e.subject_type = ${values.add(filter.subjectType)}`,
  filter.subjectId !== undefined && `e.subject_id = ${values.add(filter.subjectId)}`,
  filter.from !== undefined && `e.at >= ${values.add(filter.from)}::date at time zone 'UTC'`,
  filter.to !== undefined && `e.at < (${values.add(filter.to)}::date + 1) at time zone 'UTC'`,
];

/** The audit as people read it. */
@Injectable()
export class AuditLog {
  constructor(private readonly sql: Sql) {}

  page(args: AuditArgs): Promise<Page<AuditEntry>> {
    const values = new Values();
    return listOf<AuditEntry>(this.sql, {
      select: columns,
      detail: link,
      from: 'audit_entry e',
      where: where(args.filter ?? {}, values),
      values,
      // Keys rise with time; two of one moment need no other order.
      sort: { by: `e.${args.sort}`, type: args.sort === 'id' ? 'bigint' : 'text' },
      key: 'e.id',
      direction: args.direction,
      page: args,
    });
  }

  /** Every entry the filter finds, the oldest first, a thousand at a time. */
  async *entries(filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
    for (let after = 0; ; ) {
      const values = new Values();
      const conditions = [`e.id > ${values.add(after)}`, ...where(filter, values)].filter(Boolean).join(' and ');
      const rows = await this.sql.rows<AuditEntry>(
        `select page.*, ${link.select} from (select ${columns} from audit_entry e where ${conditions} order by e.id limit 1000) page ${link.join} order by page.id`,
        values.all,
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }
}
