import { Refusal } from '../refusal.js';

const FULL = /No space left on device|Disk quota exceeded|Check free disk space/i;
const LAST_LINES = 5;

/** Whether PostgreSQL says that it had no room to write. */
export const saysFull = (text: string): boolean => FULL.test(text);

export class DatabaseDiskFull extends Refusal {
  readonly code = 'DATABASE_DISK_FULL';

  constructor(dataFolder: string) {
    super(
      `The disk is full: PostgreSQL cannot write to ${dataFolder}. Make room, or name a folder on another disk in GOODSTANDING_HOME, and start again. What was acknowledged is kept.`,
    );
  }
}

export class DatabaseDidNotStart extends Refusal {
  readonly code = 'DATABASE_DID_NOT_START';

  /** `said` is what PostgreSQL said last. */
  constructor(dataFolder: string, said: string) {
    const last = said.trim().split('\n').slice(-LAST_LINES).join('\n');
    super(
      `PostgreSQL did not start on ${dataFolder}. It said:\n${last}\nPut right what it says and start again. Its log is ${dataFolder}.log.`,
    );
  }
}

export const didNotStart = (dataFolder: string, said: string): Refusal =>
  saysFull(said) ? new DatabaseDiskFull(dataFolder) : new DatabaseDidNotStart(dataFolder, said);

export class DatabaseMoved extends Refusal {
  readonly code = 'DATABASE_MOVED';

  constructor(dataFolder: string) {
    super(
      `The database in ${dataFolder} was started again on another port by another command. Start this program again; nothing that was acknowledged is lost.`,
    );
  }
}
