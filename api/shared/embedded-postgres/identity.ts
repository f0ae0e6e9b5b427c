import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export type Ids = { uid?: number; gid?: number };

function lookUp(user: string): Ids | undefined {
  const entry = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${user}:`));
  const [, , uid, gid] = entry?.split(':') ?? [];
  return entry ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** PostgreSQL refuses to run as root: then it runs as the owner of its data, or as postgres, or as nobody. */
export function runAs(dataFolder: string): Ids {
  if (process.getuid?.() !== 0) return {};
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const ids = lookUp('postgres') ?? lookUp('nobody');
  if (!ids)
    throw new Error(
      'This runs as root, and there is neither a user “postgres” nor “nobody” to run PostgreSQL as. Make one, or run as another user.',
    );
  return ids;
}

/** Where the data can lie for that user: as asked, or below /var/lib when the way there is closed to it (root’s home). */
export function placeFor(ids: Ids, dataFolder: string): string {
  if (ids.uid === undefined) return dataFolder;
  const parent = path.dirname(dataFolder);
  fs.mkdirSync(parent, { recursive: true });
  if (spawnSync('/bin/sh', ['-c', 'cd "$0"', parent], { ...ids, cwd: '/' }).status === 0) return dataFolder;
  const other = `/var/lib/goodstanding-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)}/postgres`;
  fs.mkdirSync(path.dirname(other), { recursive: true, mode: 0o755 });
  return other;
}

export function own(ids: Ids, file: string): void {
  if (ids.uid !== undefined && ids.gid !== undefined) fs.chownSync(file, ids.uid, ids.gid);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A zombie answers the signal.
  const status = readProc(pid, 'status');
  return status === undefined ? process.platform !== 'linux' : !/^State:\s+Z/m.test(status);
}

/** Process numbers are used again, certainly in containers after a restart: believe only a process called postgres. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const name = readProc(pid, 'comm');
  return name === undefined ? process.platform !== 'linux' : name.trim() === 'postgres';
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined; // no such process, or no /proc on this system
  }
}
