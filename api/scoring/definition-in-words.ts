import { dayInWords } from '../../analytics/index.js';
import type { Definition } from './met-definition.js';

/** What counts as a default, and from when on, for whoever approves it or reads what was counted by it. */
export function definitionInWords({
  daysPastDue,
  floorMajor,
  countsInsolvency,
  countsWriteOff,
  countsHandedOver,
  validOn,
}: Omit<Definition, 'reason'>): string {
  const also = [
    countsInsolvency ? 'insolvency' : '',
    countsWriteOff ? 'a write-off' : '',
    countsHandedOver ? 'being handed over' : '',
  ].filter((each) => each !== '');
  const rest = also.length > 0 ? `; ${also.join(' and ')} as well` : '; nothing else';
  return `Count as a default, from ${dayInWords(validOn)}: undisputed and ${daysPastDue} days past due, from ${floorMajor} of the reporting currency${rest}.`;
}
