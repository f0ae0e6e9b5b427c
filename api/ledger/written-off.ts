import { smallRest } from '../../analytics/index.js';

/**
 * SQL of the invoices that were written off by a day: (customer_id, invoice_id). The ledger has them as settled, but they
 * were never paid, and whoever judges how somebody pays must not take them for payments.
 */
export const writtenOff = (day: string): string => `
  select a.customer_id, a.invoice_id
    from credit w
    join allocation a on a.customer_id = w.customer_id and a.credit_id = w.id
    join invoice wi on wi.customer_id = a.customer_id and wi.id = a.invoice_id
   where w.kind = 'write_off' and a.allocated_on <= ${day}
   group by a.customer_id, a.invoice_id having sum(a.amount_minor) > ${smallRest} * max(wi.amount_minor)`;
