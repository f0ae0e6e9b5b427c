import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import { roles } from '../database-roles.js';
import { outliveLoss } from '../outlive-loss.js';

const LOGIN = 'goodstanding_login';

/** The address by which the program enters its own database: a login that owns nothing and may not rewrite the audit. */
export async function programLogin(ownerUrl: string, passwordFile: string): Promise<string> {
  const password = passwordIn(passwordFile);
  const owner = new pg.Client(ownerUrl);
  outliveLoss(owner);
  await owner.connect();
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [LOGIN]);
    if (rowCount === 0)
      await owner.query(`create role ${LOGIN} login in role ${roles.program}, ${roles.own}`).catch(unlessItIsThere);
    await owner.query(`alter role ${LOGIN} password ${pg.escapeLiteral(password)}`);
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = LOGIN;
  url.password = password;
  return url.href;
}

/** Made once; of two programs that start at the same moment both take the one that was written first. */
function passwordIn(file: string): string {
  try {
    fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}

function unlessItIsThere(error: { code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error;
}
