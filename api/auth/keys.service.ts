import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type Caller, caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { begins, holds, listOf, Values } from '../shared/list.js';
import type { Page, PageArgs, SortDirection } from '../shared/page.js';
import { BadInput, NotFound } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import type { ApiKey, ApiKeyMade, KeyPermission } from './key.view.js';
import { permissions, roles } from './permissions.js';
import { hashOf, newSecret } from './secrets.js';

/** A key that is never changed is one that nobody remembers. */
export const MOST_DAYS = 366;
/** How often “last used” is written down, so that reading does not write each time. */
const NOTED_EVERY_MINUTES = 5;
/** All that a key may ever be allowed. */
const grantable: readonly string[] = roles.service.may;

export type NewKey = Pick<ApiKey, 'name' | 'permissions'> & { validDays: number };
export interface KeysList {
  search?: string;
  isUsable?: boolean;
  sort: 'name' | 'made_at' | 'expires_at' | 'last_used_at';
  direction: SortDirection;
  page: PageArgs;
}

/** Columns of a key; `now` is the place of this moment among the parameters. */
const columns = (
  now: string,
) => `k.id, k.name, k.prefix, k.permissions, k.made_at as "madeAt", k.expires_at as "expiresAt",
  k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", ${usable(now)} as "isUsable",
  coalesce((select p.name from person p where p.id = k.made_by), 'the command line') as "madeBy"`;
const usable = (now: string) => `(k.revoked_at is null and k.expires_at > ${now})`;

/** Keys of other programs: a secret shown once, its hash in the database, permissions of its own. */
@Injectable()
export class Keys {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  page({ search, isUsable, sort, direction, page }: KeysList): Promise<Page<ApiKey>> {
    const values = new Values();
    const $now = `${values.add(this.clock.now())}::timestamptz`;
    const by = sort === 'last_used_at' ? `coalesce(k.last_used_at, '-infinity')` : `k.${sort}`;
    return listOf<ApiKey>(this.sql, {
      select: columns($now),
      from: `api_key k`,
      where: [
        // Named in both statements of the list, so that its type is known in both.
        `${$now} is not null`,
        search !== undefined &&
          `(k.name ilike ${values.add(holds(search))} or k.prefix like ${values.add(begins(search))})`,
        isUsable !== undefined && `${usable($now)} = ${values.add(isUsable)}`,
      ],
      values,
      sort: { by, type: sort === 'name' ? 'text' : 'timestamptz' },
      key: 'k.id',
      direction,
      page,
    });
  }

  grantable(): KeyPermission[] {
    return roles.service.may.map((code) => ({ code, says: permissions[code] }));
  }

  async make({ name, permissions, validDays }: NewKey): Promise<ApiKeyMade> {
    mustBeGrantable(permissions);
    if (!/^[^\p{Cc}]*\S[^\p{Cc}]*$/u.test(name)) throw new BadInput('A key has a name of one line.');
    const prefix = randomBytes(4).toString('hex');
    const key = `gs_${prefix}_${newSecret()}`;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
    const own = { name: name.trim(), prefix, permissions: [...new Set(permissions)], expiresAt };
    const id = await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ id: number }>(
        `insert into api_key (name, prefix, hash, permissions, made_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [own.name, prefix, hashOf(key), own.permissions, caller().personId, now, expiresAt],
      );
      const id = rows[0]?.id as number;
      await this.audit.record(client, {
        action: 'made a key',
        subjectType: 'key',
        subjectId: String(id),
        details: own,
      });
      return id;
    });
    return { key, apiKey: await this.byId(id) };
  }

  async revoke(id: number): Promise<ApiKey> {
    const { name, prefix } = await this.byId(id);
    await this.sql.transaction(async (client) => {
      const { rowCount } = await client.query(
        'update api_key set revoked_at = $2 where id = $1 and revoked_at is null',
        [id, this.clock.now()],
      );
      if (rowCount === 0) return; // somebody was faster
      await this.audit.record(client, {
        action: 'revoked a key',
        subjectType: 'key',
        subjectId: String(id),
        details: { name, prefix },
      });
    });
    return this.byId(id);
  }

  async byPrefix(prefix: string): Promise<ApiKey> {
    const found = await this.sql.rows<ApiKey>(`select ${columns('$2')} from api_key k where k.prefix = $1`, [
      prefix,
      this.clock.now(),
    ]);
    if (found.length !== 1) throw new NotFound('key with the prefix', prefix);
    return found[0] as ApiKey;
  }

  /** Whose key it is. Whatever is sent is hashed and looked up, so that all wrong ones cost the same. */
  async callerOf(key: string, origin: string): Promise<Caller | undefined> {
    const now = this.clock.now();
    const found = await this.sql.one<Pick<ApiKey, 'id' | 'name' | 'prefix' | 'permissions'> & { isStale: boolean }>(
      `select k.id, k.name, k.prefix, k.permissions,
              coalesce(k.last_used_at < $2::timestamptz - make_interval(mins => $3), true) as "isStale"
         from api_key k where k.hash = $1 and ${usable('$2')}`,
      [hashOf(key), now, NOTED_EVERY_MINUTES],
    );
    if (!found) return undefined;
    const { id, name, prefix } = found;
    if (found.isStale) await this.sql.rows('update api_key set last_used_at = $2 where id = $1', [id, now]);
    const allowed = new Set(found.permissions.filter((each) => grantable.includes(each)));
    return {
      id: `key ${id}`,
      name: `key ${name} (${prefix})`,
      origin,
      isKnown: true,
      personId: null,
      seesOnlyOwn: false,
      may: (permission) => allowed.has(permission),
    };
  }

  private async byId(id: number): Promise<ApiKey> {
    const key = await this.sql.one<ApiKey>(`select ${columns('$2')} from api_key k where k.id = $1`, [
      id,
      this.clock.now(),
    ]);
    if (!key) throw new NotFound('key', String(id));
    return key;
  }
}

function mustBeGrantable(wanted: string[]): void {
  const wrong = wanted.filter((each) => !grantable.includes(each));
  const known = `A key may have: ${grantable.join(', ')}.`;
  if (wrong.length > 0) throw new BadInput(`“${wrong.join('”, “')}” is nothing a key may do. ${known}`);
  if (wanted.length === 0) throw new BadInput(`A key that may do nothing is none. ${known}`);
}
