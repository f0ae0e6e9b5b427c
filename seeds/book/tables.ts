/** Which value of an invented ledger goes into which column. */
import { dayOf } from '../../analytics/index.js';
import { appliedOn, type CustomerLedger } from './customer-ledger.js';

type Value = string | number | boolean | null;
type Columns<Row> = Record<string, (row: Row, ledger: CustomerLedger) => Value>;

/** A table as COPY writes it: its columns, and the text with the lines of one customer added. */
export interface SeedTable {
  readonly columns: string;
  readonly lines: (ledger: CustomerLedger, text?: string) => string;
}

function table<Row>(rows: (ledger: CustomerLedger) => readonly Row[], columns: Columns<Row>): SeedTable {
  const values = Object.values(columns);
  return {
    columns: Object.keys(columns).join(', '),
    lines(ledger, text = '') {
      let longer = text;
      for (const row of rows(ledger)) {
        let separator = '';
        for (const value of values) {
          longer += separator + cell(value(row, ledger));
          separator = '\t';
        }
        longer += '\n';
      }
      return longer;
    },
  };
}

function cell(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => `\\${c}`) : value;
}

// A book has a thousand days and millions of rows: each day is written once and looked up after that.
const dayTexts = new Map<number, string>();
export function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = dayOf(day);
  dayTexts.set(day, text);
  return text;
}
const dayOrNull = (day: number | null) => (day === null ? null : dayText(day));
const customerId = (_: unknown, { customer }: CustomerLedger) => customer.id;
const currency = (_: unknown, { customer }: CustomerLedger) => customer.currency;

/** In the order in which keys allow them to be written. */
export const seedTables = {
  customer: table(({ customer }) => [customer], {
    id: (c) => c.id,
    number: (c) => c.number,
    name: (c) => c.name,
    stage: (c) => c.stage,
    entity_type: (c) => c.entityType,
    country: (c) => c.country,
    currency: (c) => c.currency,
    registration_number: (c) => c.registrationNumber,
    parent_id: (c) => c.parent?.id ?? null,
    terms_days: (c) => c.termsDays,
    credit_limit_minor: (c) => c.limitMinor,
    deposit_held_minor: (c) => c.depositHeldMinor,
    left_out_of_reminders: (c) => c.isLeftOutOfReminders,
  }),
  contact: table(({ contacts }) => contacts, {
    customer_id: customerId,
    name: (c) => c.name,
    email: (c) => c.email,
    phone: (c) => c.phone,
    role: (c) => c.role,
  }),
  invoice: table(({ invoices }) => invoices, {
    customer_id: customerId,
    id: (i) => i.id,
    number: (i) => i.number,
    issued_on: (i) => dayText(i.issuedOn),
    due_on: (i) => dayText(i.dueOn),
    currency,
    amount_minor: (i) => i.amountMinor,
    allocated_minor: (i) => i.allocatedMinor,
    first_allocated_on: (i) => dayOrNull(i.firstAllocatedOn),
    last_allocated_on: (i) => dayOrNull(i.lastAllocatedOn),
    settled_on: (i) => dayOrNull(i.settledOn),
    payment_terms: (i) => i.paymentTerms,
    is_disputed: (i) => i.isDisputed,
  }),
  credit: table(({ credits }) => credits, {
    customer_id: customerId,
    id: (c) => c.id,
    number: (c) => c.number,
    kind: (c) => c.kind,
    dated_on: (c) => dayText(c.datedOn),
    currency,
    amount_minor: (c) => c.amountMinor,
    allocated_minor: (c) => c.allocatedMinor,
    last_allocated_on: (c) => dayOrNull(c.lastAllocatedOn),
    applied_on: (c) => dayOrNull(appliedOn(c)),
    reason: (c) => c.reason,
  }),
  allocation: table(({ allocations }) => allocations, {
    customer_id: customerId,
    invoice_id: (a) => a.invoice.id,
    credit_id: (a) => a.credit.id,
    allocated_on: (a) => dayText(a.on),
    amount_minor: (a) => a.amountMinor,
  }),
};

export const seedTableNames = Object.keys(seedTables) as (keyof typeof seedTables)[];
