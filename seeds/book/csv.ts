/** Invented customers and their documents as lines of our own import format. */
import { toMajor } from '../../analytics/index.js';
import type { CustomerLedger, SeedCredit } from './customer-ledger.js';
import { dayText } from './tables.js';

export const csvHeaders = {
  customers:
    'customer_number,name,entity_type,country,currency,registration_number,parent_number,terms_days,credit_limit,contact_name,contact_email,contact_phone',
  invoices: 'customer_number,invoice_number,issued_on,due_on,amount,currency,payment_terms',
  payments: 'customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount,allocated_on',
};
export type CsvFile = keyof typeof csvHeaders;

const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const line = (...values: (string | number | null)[]) =>
  `${values.map((value) => (typeof value === 'string' ? quoted(value) : (value ?? ''))).join(',')}\n`;

export function* csvLines(file: CsvFile, ledger: CustomerLedger): Generator<string> {
  if (file === 'customers') yield customerLine(ledger);
  else if (file === 'invoices') yield* invoiceLines(ledger);
  else yield* paymentLines(ledger);
}

function customerLine({ customer: c, contacts: [contact] }: CustomerLedger): string {
  const limit = c.limitMinor === null ? null : toMajor(c.limitMinor, c.currency);
  return line(
    ...[c.number, c.name, c.entityType, c.country, c.currency, c.registrationNumber, c.parent?.number ?? null],
    ...[c.termsDays, limit, contact?.name ?? null, contact?.email ?? null, contact?.phone ?? null],
  );
}

function* invoiceLines({ customer: c, invoices }: CustomerLedger): Generator<string> {
  for (const i of invoices) {
    const amount = toMajor(i.amountMinor, c.currency);
    yield line(c.number, i.number, dayText(i.issuedOn), dayText(i.dueOn), amount, c.currency, i.paymentTerms);
  }
}

/** One line an allocation; a payment that is not allocated at all has one line without an invoice. */
function* paymentLines({ customer: c, credits, allocations }: CustomerLedger): Generator<string> {
  const head = (p: SeedCredit) => [
    c.number,
    p.number,
    dayText(p.datedOn),
    toMajor(p.amountMinor, c.currency),
    c.currency,
    p.kind,
  ];
  for (const { credit, invoice, amountMinor, on } of allocations) {
    yield line(...head(credit), invoice.number, toMajor(amountMinor, c.currency), dayText(on));
  }
  for (const credit of credits) if (credit.allocatedMinor === 0) yield line(...head(credit), null, null, null);
}
