import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { keyOf } from '../shared/list.js';
import { NotFound, Refusal } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { DisputeInput } from './disputes.inputs.js';
import type { Invoice } from './invoice.entity.js';
import { invoiceColumns } from './invoices.service.js';

/** Nothing open can be contested no longer; what was once contested and paid may still be said to be settled. */
export class NothingToDispute extends Refusal {
  readonly code = 'NOTHING_TO_DISPUTE';

  constructor(number: string) {
    super(`Invoice ${number} is paid: there is nothing left of it to contest.`);
  }
}

/** A contested invoice is not reminded of, stops no supply and counts for no default, until that is settled. */
@Injectable()
export class Disputes {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {}

  /** Said twice it is said once. */
  async set({ customerId, invoiceId, isDisputed, reason }: DisputeInput): Promise<Invoice> {
    const key = [keyOf(customerId), keyOf(invoiceId)];
    const read = `select ${invoiceColumns} from invoice i where i.customer_id = $1 and i.id = $2`;
    return this.sql.transaction(async (client) => {
      const { rows } = await client.query<Invoice>(`${read} for update`, key);
      const invoice = rows[0];
      if (!invoice) throw new NotFound('invoice', invoiceId);
      if (invoice.isDisputed === isDisputed) return invoice;
      if (isDisputed && invoice.settledOn !== null) throw new NothingToDispute(invoice.number);
      await client.query('update invoice set is_disputed = $3 where customer_id = $1 and id = $2', [
        ...key,
        isDisputed,
      ]);
      await this.audit.record(client, {
        action: isDisputed ? 'opened a dispute' : 'settled a dispute',
        subjectType: 'customer',
        subjectId: String(invoice.customerId),
        before: { isDisputed: invoice.isDisputed },
        after: { isDisputed },
        reason,
        details: { invoice: invoice.number },
      });
      return { ...invoice, isDisputed };
    });
  }
}
