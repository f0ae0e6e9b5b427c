import type pg from 'pg';
import { type BookPrior, bookPriorFrom } from '../../analytics/index.js';
import { knownBy } from '../ledger/known-by.js';
import { notPaid } from '../ledger/not-paid.js';
import type { SeenOn } from './histories.js';

/** How the whole book pays, as it was seen on a day. */
export async function priorOf(client: pg.ClientBase, { asOf, knownOn }: SeenOn): Promise<BookPrior> {
  const { rows } = await client.query(
    `select count(*) filter (where settled_on > due_on) as late, count(*) as settled, coalesce(sum(settled_on - due_on), 0) as "daysLateSum"
       from invoice where issued_on <= $1 and settled_on <= $1 and ${knownBy('known_at', '$2')}
        and (allocations_known_on is null or allocations_known_on <= $2) and (customer_id, id) not in (${notPaid('$1', '$2')})`,
    [asOf, knownOn],
  );
  return bookPriorFrom(rows[0]);
}
