import fs from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '../../api/imports/import.view.js';
import type { RunOptions } from '../../api/imports/import-run.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { Sql } from '../../api/shared/sql.js';
import type { Product } from './product.js';

export const invoiceHeader = 'customer_number,invoice_number,issued_on,due_on,amount,currency\n';
export const paymentHeader =
  'customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount\n';
export const customerHeader =
  'customer_number,name,parent_number,country,entity_type,currency,credit_limit,contact_email\n';

/** Files by name and content, imported as the command line does. */
export function runImport(
  product: Product,
  files: Record<string, string | Buffer>,
  options: RunOptions = {},
): Promise<ImportReport> {
  const written = Object.entries(files).map(([name, content]) => {
    const file = { name, path: path.join(product.home, name) };
    fs.writeFileSync(file.path, content);
    return file;
  });
  return product.get(ImportsService).run(written, options);
}

/** Two invoices and a payment of one customer, so that there is a book to contradict. */
export const firstRows = {
  'invoices.csv': `${invoiceHeader}C1,I1,2026-01-10,2026-02-09,100.00,EUR\nC1,I2,2026-01-10,2026-02-09,50.00,EUR\n`,
  'payments.csv': `${paymentHeader}C1,P1,2026-02-01,100.00,EUR,payment,I1,100.00\n`,
};

export const whatIsBad = ({ badRows }: ImportReport) =>
  badRows.map(({ line, column, value, sentence }) => [line, column, value, sentence]);

export const rowsOfBook = (product: Product) =>
  product
    .get(Sql)
    .one(
      'select (select count(*) from invoice) as invoices, (select count(*) from credit) as credits, (select count(*) from allocation) as allocations, (select count(*) from customer) as customers',
    );
