import { roundMinor } from '../../analytics/index.js';
import type { WorkItem, WorkKind } from './work-list.js';

export type Item = WorkItem & { name: string; number: string };

export function item(
  kind: WorkKind,
  who: { customerId: number; name: string; number: string },
  amount: WorkItem['amount'],
  reason: string,
  weight: number,
): Item {
  return {
    id: `${kind}-${who.customerId}-${amount.currency}`,
    kind,
    customerId: who.customerId,
    name: who.name,
    number: who.number,
    amount,
    reason,
    weight: roundMinor(weight),
  };
}
