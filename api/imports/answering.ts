import { isUnreachable } from '../shared/unreachable.js';
import { BookChangedMeanwhile, DatabaseDown, DiskFull } from './imports.errors.js';

const DISK_FULL = '53100';
const UNIQUE_VIOLATION = '23505';
const DEADLOCK_OR_CONFLICT = ['40001', '40P01'];

/** Answers for what can go wrong around an import; all else is a bug and passes through. */
export async function answering<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = String((error as { code?: unknown })?.code ?? '');
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new DiskFull(home);
    if (code === DISK_FULL) throw new DiskFull('of the database');
    if (code === UNIQUE_VIOLATION || DEADLOCK_OR_CONFLICT.includes(code)) throw new BookChangedMeanwhile();
    if (isUnreachable(error)) throw new DatabaseDown();
    throw error;
  }
}
