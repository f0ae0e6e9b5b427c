import type { ProgramSql } from '../shared/sql.js';
import type { Seal } from './seal.service.js';

/**
 * With SECRET_KEY changed and the one before named, every `secret` of a table is sealed with the new key, once; `key` is
 * the column that says whose it is.
 */
export async function sealAnew(
  sql: ProgramSql,
  seal: Seal,
  [table, key]: ['second_factor', 'person_id'] | ['webhook_endpoint', 'id'],
  ownerOf: (id: number) => string,
): Promise<void> {
  if (!seal.hasKeyBefore) return;
  const all = await sql.rows<{ id: number; secret: Buffer }>(
    `select ${key} as id, secret from ${table} where secret is not null`,
  );
  for (const { id, secret } of all) {
    const anew = seal.anew(secret, ownerOf(id));
    if (anew) await sql.rows(`update ${table} set secret = $2 where ${key} = $1 and secret = $3`, [id, anew, secret]);
  }
}
