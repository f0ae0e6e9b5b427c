import { mostlyCredited, smallRest } from '../../analytics/index.js';
import { knownBy } from './known-by.js';

/**
 * SQL of invoices that the ledger has as settled and that were never paid: (customer_id, invoice_id), by a day. Whoever
 * judges how somebody pays must not take them for payments. `known`: only what was known by that day; null, whatever is
 * known now. `customers`: a condition on customer_id, to ask of some alone.
 */
const allocated =
  (kind: 'write_off' | 'credit_note', share: number) => (day: string, known: string | null, customers?: string) =>
    `
  select a.customer_id, a.invoice_id
    from (select customer_id, id from credit where kind = '${kind}' ${customers ? `and customer_id ${customers}` : ''}) w
    join allocation a on a.customer_id = w.customer_id and a.credit_id = w.id
    join invoice wi on wi.customer_id = a.customer_id and wi.id = a.invoice_id
   where a.allocated_on <= ${day} ${known ? `and ${knownBy('a.known_at', known)}` : ''}
   group by a.customer_id, a.invoice_id having sum(a.amount_minor) > ${share} * max(wi.amount_minor)`;

/** Given up, save a small rest. */
export const writtenOff = allocated('write_off', smallRest);

/** Taken back by us, most of it. */
export const credited = allocated('credit_note', mostlyCredited);

/** Either. */
export const notPaid = (day: string, known: string | null, customers?: string): string =>
  `${writtenOff(day, known, customers)} union all ${credited(day, known, customers)}`;
