import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { didNotStart } from './embedded-postgres.errors.js';
import { type Ids, own } from './identity.js';

/** Made beside and renamed when complete, so that one that was interrupted never counts. */
export function initialise(native: string, dataFolder: string, ids: Ids): void {
  const fresh = `${dataFolder}.new-${process.pid}`;
  const passwordFile = `${dataFolder}.password`;
  if (!fs.existsSync(passwordFile))
    fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  own(ids, passwordFile);
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { recursive: true, mode: 0o700 });
  own(ids, fresh);
  const options = [
    '-U',
    'goodstanding',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const made = spawnSync(path.join(native, 'bin/initdb'), ['-D', fresh, ...options], {
    ...ids,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  if (made.status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw didNotStart(dataFolder, made.stderr || String(made.error?.message));
  }
  fs.renameSync(fresh, dataFolder);
}
