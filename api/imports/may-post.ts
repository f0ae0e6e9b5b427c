import type { Permission } from '../auth/permissions.js';
import { caller } from '../shared/caller.js';
import type { ImportReport } from './import.view.js';
import { ImportBeyondRights } from './imports.errors.js';

/** What a file can do besides adding documents, and the right that it takes elsewhere. */
const acts: readonly [what: string, right: Permission, isDone: (report: ImportReport) => boolean][] = [
  ['sets exchange rates', 'settings.change', ({ rates }) => rates.added > 0],
  ['changes limits of customers', 'limits.set', ({ limits }) => limits.length > 0],
  ['writes invoices off', 'ledger.write-off', ({ writeOffs }) => writeOffs.length > 0],
];

/** A file is no way around a right. */
export function mustMayPost(report: ImportReport): void {
  for (const [what, right, isDone] of acts)
    if (isDone(report) && !caller().may(right)) throw new ImportBeyondRights(what, right);
}
