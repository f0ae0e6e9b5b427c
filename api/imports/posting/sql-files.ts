import fs from 'node:fs';
import path from 'node:path';

const read = (name: string) => fs.readFileSync(path.join(import.meta.dirname, `${name}.sql`), 'utf8');

/** The steps of an import, in the order in which they run; each file says what it asks. */
export const steps = {
  staging: read('1-staging'),
  book: read('2-book'),
  rates: read('3-rates'),
  customers: read('4-customers'),
  parents: read('5-parents'),
  knownCustomers: read('6-known-customers'),
  invoices: read('7-invoices'),
  invoiceWarnings: read('8-invoice-warnings'),
  payments: read('9-payments'),
  paymentParts: read('10-payment-parts'),
  setAside: read('11-set-aside'),
  defaultAmounts: read('12-default-amounts'),
  balances: read('13-balances'),
  customersToWrite: read('14-customers-to-write'),
  report: read('15-report'),
  removeDemoBook: read('16-remove-demo-book'),
  postCustomers: read('17-post-customers'),
  postInvoices: read('18-post-invoices'),
  postCredits: read('19-post-credits'),
  postAllocations: read('20-post-allocations'),
};
