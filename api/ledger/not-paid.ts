import { mostlyCredited, smallRest } from '../../analytics/index.js';

/**
 * SQL of invoices that the ledger has as settled and that were never paid: (customer_id, invoice_id), by a day. Whoever
 * judges how somebody pays must not take them for payments. `customers`: a condition on customer_id, to ask of some alone.
 */
const allocated = (kind: 'write_off' | 'credit_note', share: number) => (day: string, customers?: string) =>
  `
  select a.customer_id, a.invoice_id
    from (select customer_id, id from credit where kind = '${kind}' ${customers ? `and customer_id ${customers}` : ''}) w
    join allocation a on a.customer_id = w.customer_id and a.credit_id = w.id
    join invoice wi on wi.customer_id = a.customer_id and wi.id = a.invoice_id
   where a.allocated_on <= ${day}
   group by a.customer_id, a.invoice_id having sum(a.amount_minor) > ${share} * max(wi.amount_minor)`;

/** Given up, save a small rest. */
export const writtenOff = allocated('write_off', smallRest);

/** Taken back by us, most of it. */
export const credited = allocated('credit_note', mostlyCredited);

/** Either. */
export const notPaid = (day: string, customers?: string): string =>
  `${writtenOff(day, customers)} union all ${credited(day, customers)}`;

/** The same of one invoice, `i` in the query around it: for lists of few customers, where the whole book would be too much. */
export const isNotPaid = (day: string): string => `exists (
  select from allocation a join credit c on c.customer_id = a.customer_id and c.id = a.credit_id
   where a.customer_id = i.customer_id and a.invoice_id = i.id and a.allocated_on <= ${day} and c.kind in ('write_off', 'credit_note')
   group by c.kind having sum(a.amount_minor) > case c.kind when 'write_off' then ${smallRest} else ${mostlyCredited} end * i.amount_minor)`;
