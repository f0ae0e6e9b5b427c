import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { isDropped } from './csv/dropped-columns.js';
import { BadMapping } from './imports.errors.js';
import { kindOf } from './kinds.js';
import type { Meaning } from './reading/file-reading.js';

/** What people have said headers mean, kept for the next file with the same header. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async remembered(header: readonly string[]): Promise<Meaning | null> {
    const row = await this.sql.one<{ kind: Meaning['kind']; mapping: Meaning['columns']; options: Partial<Meaning> }>(
      'select kind, mapping, options from import_mapping where header_hash = $1',
      [hashOf(header)],
    );
    return row ? { ...row.options, kind: row.kind, columns: row.mapping } : null;
  }

  async remember(
    client: pg.ClientBase,
    header: readonly string[],
    { kind, columns, ...options }: Meaning,
  ): Promise<void> {
    const before = await this.remembered(header);
    await client.query(
      `insert into import_mapping (header_hash, header, kind, mapping, options, remembered_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (header_hash) do update
         set kind = excluded.kind, mapping = excluded.mapping, options = excluded.options, remembered_at = excluded.remembered_at`,
      [hashOf(header), JSON.stringify(header), kind, JSON.stringify(columns), options, this.clock.now()],
    );
    await this.audit.record(client, {
      action: 'said what columns mean',
      subjectType: 'columns of files',
      subjectId: hashOf(header).slice(0, 16),
      before: before === null ? undefined : { ...before },
      after: { kind, columns, ...options },
    });
  }
}

const hashOf = (header: readonly string[]) => createHash('sha256').update(JSON.stringify(header)).digest('hex');

/** The meaning of every column of a header; refuses what leaves the kind without what it needs. */
export function meaningOf(
  header: readonly string[],
  said: { kind: Meaning['kind']; mapping: { column: string; field: string }[] } & Omit<Partial<Meaning>, 'columns'>,
): Meaning {
  const { fields, title } = kindOf(said.kind);
  const byColumn = new Map<string, string>();
  const used = new Set<string>();
  for (const { column, field } of said.mapping) {
    if (!header.includes(column))
      throw new BadMapping(`The file has no column “${column}”. Choose among: ${header.join(', ')}.`);
    if (!fields.some((each) => each.field === field)) {
      throw new BadMapping(
        `A file of the kind “${title}” has no field “${field}”. Choose among: ${fields.map((each) => each.field).join(', ')}.`,
      );
    }
    if (used.has(field))
      throw new BadMapping(`Two columns are set to “${field}”. Keep the one that holds it and leave the other out.`);
    if (isDropped(column))
      throw new BadMapping(
        `“${column}” says what nobody may decide by: gender, birth or nationality. It is not imported.`,
      );
    if (byColumn.has(column)) throw new BadMapping(`The column “${column}” is set twice. It can fill one field.`);
    used.add(field);
    byColumn.set(column, field);
  }
  const missing = fields.filter(({ field, required }) => required && !used.has(field));
  if (missing.length > 0) {
    throw new BadMapping(
      `Say which column holds: ${missing.map(({ title }) => title.toLowerCase()).join(', ')}. Without it no row can be imported.`,
    );
  }
  return {
    kind: said.kind,
    columns: header.map((column) => ({ column, field: byColumn.get(column) ?? null })),
    dateOrder: said.dateOrder,
    decimalSign: said.decimalSign,
    currency: said.currency,
  };
}
