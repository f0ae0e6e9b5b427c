import { Injectable } from '@nestjs/common';
import type { Invoice } from '../ledger/invoice.entity.js';
import { invoiceColumns } from '../ledger/invoices.service.js';
import { columnsOf, type DocumentKey } from '../ledger/ledger.loaders.js';
import { grouped, Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';

@Injectable()
export class DeliveryInvoicesLoader extends Loader<Invoice[], undefined, DocumentKey> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(keys: readonly DocumentKey[]): Promise<Invoice[][]> {
    const rows = await this.sql.prepared<Invoice & { deliveryId: number }>(
      `select l.delivery_id as "deliveryId", ${invoiceColumns} from unnest($1::bigint[], $2::bigint[]) as k (customer_id, id)
         join delivery_line l on l.addressee_id = k.customer_id and l.delivery_id = k.id
         join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id order by i.number`,
      columnsOf(keys),
    );
    return grouped(
      keys.map((key) => key.id),
      rows,
      (row) => row.deliveryId,
    );
  }
}
