import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.js';

/** Why a folder cannot be used, by what the system says of it. */
const WHY: Record<string, string> = {
  ENOENT: 'a folder cannot be made there',
  ENOTDIR: 'a part of this path is a file and no folder',
  EEXIST: 'a part of this path is a file and no folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may not fill the disk any further',
};

export class HomeUnusable extends Refusal {
  readonly code = 'HOME_UNUSABLE';

  constructor(home: string, why: string) {
    super(
      `Nothing can be kept in ${home}: ${why}. Put that right, or name another folder in GOODSTANDING_HOME. Nothing was started or changed.`,
    );
  }
}

/** Makes the folder where everything is kept, and tries whether something can be. */
export function makeHome(home: string): void {
  const probe = path.join(home, `.probe-${process.pid}`);
  try {
    makeFolder(home);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HomeUnusable(home, WHY[code ?? ''] ?? message);
  }
}

/** Not `recursive: true`: where a folder is there and takes none, as in /proc, Node tries for ever. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Another program may have made it in between.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const addressFile = (home: string) => path.join(home, 'address');

/** Where the program that keeps its things there was reached last: for the links of commands that run beside it. */
export function lastAddress(home: string): string | undefined {
  return fs.existsSync(addressFile(home)) ? fs.readFileSync(addressFile(home), 'utf8') : undefined;
}

export const keepAddress = (home: string, address: string): void => fs.writeFileSync(addressFile(home), address);
