import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { grouped, inOrder, Loader } from '../shared/loader.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { AgingService } from './aging.service.js';
import type { Aging, AgingBasis } from './aging.view.js';
import type { Credit } from './credit.entity.js';
import type { Invoice } from './invoice.entity.js';
import { invoiceColumns } from './invoices.service.js';
import { openItems } from './open-items.js';

@Injectable()
export class AgingLoader extends Loader<Aging[], { asOf: string; by: AgingBasis }> {
  constructor(private readonly aging: AgingService) {
    super();
  }

  protected async load(ids: readonly number[], { asOf, by }: { asOf: string; by: AgingBasis }): Promise<Aging[][]> {
    return grouped(ids, await this.aging.ofCustomers(ids, asOf, by), (row) => row.customerId);
  }
}

export interface Arrears {
  /** Days past due of the oldest open invoice; null when nothing is open, 0 or less when nothing is overdue. */
  oldestDaysPastDue: number | null;
}

@Injectable()
export class ArrearsLoader extends Loader<Arrears, { asOf: string }> {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async load(ids: readonly number[], { asOf }: { asOf: string }): Promise<Arrears[]> {
    const rows = await this.sql.prepared<{ id: number; oldest: number }>(
      `select customer_id as id, $1::date - min(due_on) as oldest from (${openItems(asOf, this.clock.today())}) o where customer_id = any($2) group by 1`,
      [asOf, ids],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row) => ({ oldestDaysPastDue: row?.oldest ?? null }),
    );
  }
}

export interface AllocationRow {
  invoiceId: number;
  allocatedOn: string;
  amountMinor: number;
  credit: Credit;
}

/** A document’s key: its customer’s first, as the tables have it. */
export interface DocumentKey {
  customerId: number;
  id: number;
}
/** As two columns of parameters: `unnest($1::bigint[], $2::bigint[])`. */
export const columnsOf = (keys: readonly DocumentKey[]) => [
  keys.map((key) => key.customerId),
  keys.map((key) => key.id),
];

@Injectable()
export class InvoicesLoader extends Loader<Invoice, undefined, DocumentKey> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(keys: readonly DocumentKey[]): Promise<Invoice[]> {
    const rows = await this.sql.prepared<Invoice>(
      `select ${invoiceColumns} from unnest($1::bigint[], $2::bigint[]) as k (customer_id, id) join invoice i on i.customer_id = k.customer_id and i.id = k.id`,
      columnsOf(keys),
    );
    return inOrder(
      keys.map((key) => key.id),
      rows,
      (row) => row.id,
      (row) => row ?? gone(),
    );
  }
}

function gone(): never {
  throw new NotFound('invoice', 'of this row');
}

@Injectable()
export class AllocationsLoader extends Loader<AllocationRow[], undefined, DocumentKey> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(keys: readonly DocumentKey[]): Promise<AllocationRow[][]> {
    const rows = await this.sql.prepared<AllocationRow>(
      `select a.invoice_id as "invoiceId", a.allocated_on as "allocatedOn", a.amount_minor as "amountMinor",
              json_build_object('customerId', c.customer_id, 'id', c.id, 'number', c.number, 'kind', c.kind, 'datedOn', c.dated_on,
                'currency', c.currency, 'amountMinor', c.amount_minor, 'allocatedMinor', c.allocated_minor) as credit
         from unnest($1::bigint[], $2::bigint[]) as k (customer_id, id)
         join allocation a on a.customer_id = k.customer_id and a.invoice_id = k.id
         join credit c on c.customer_id = a.customer_id and c.id = a.credit_id
        order by a.allocated_on, c.id`,
      columnsOf(keys),
    );
    return grouped(
      keys.map((key) => key.id),
      rows,
      (row) => row.invoiceId,
    );
  }
}

/** What is open of an invoice that has allocations on both sides of the day. */
@Injectable()
export class OpenLoader extends Loader<number, { asOf: string }, DocumentKey> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(keys: readonly DocumentKey[], { asOf }: { asOf: string }): Promise<number[]> {
    const rows = await this.sql.prepared<{ id: number; open: number }>(
      `select i.id, i.amount_minor - coalesce(sum(a.amount_minor), 0) as open
         from unnest($1::bigint[], $2::bigint[]) as k (customer_id, id)
         join invoice i on i.customer_id = k.customer_id and i.id = k.id
         left join allocation a on a.customer_id = i.customer_id and a.invoice_id = i.id and a.allocated_on <= $3
        group by i.customer_id, i.id`,
      [...columnsOf(keys), asOf],
    );
    return inOrder(
      keys.map((key) => key.id),
      rows,
      (row) => row.id,
      (row) => row?.open ?? 0,
    );
  }

  /** Nearly always the row itself knows. */
  openOf(request: object, invoice: Invoice, asOf: string): number | Promise<number> {
    if (invoice.issuedOn > asOf) return 0;
    if (invoice.firstAllocatedOn === null || invoice.firstAllocatedOn > asOf) return invoice.amountMinor;
    if (invoice.lastAllocatedOn !== null && invoice.lastAllocatedOn <= asOf)
      return invoice.amountMinor - invoice.allocatedMinor;
    return this.of(request, { customerId: invoice.customerId, id: invoice.id }, { asOf });
  }
}
