/** What a file of each kind can hold: the same table makes the mapping page, the readers and the staging tables. */
export type FieldType =
  | 'text'
  | 'day'
  | 'amount'
  | 'currency'
  | 'country'
  | 'entityType'
  | 'creditKind'
  | 'days'
  | 'rate'
  | 'email';

export interface ImportField {
  field: string;
  title: string;
  type: FieldType;
  required: boolean;
  description: string;
}

export type Kind = 'rates' | 'customers' | 'invoices' | 'invoices-with-clearing' | 'payments';

export interface ImportKindDescription {
  kind: Kind;
  title: string;
  fields: ImportField[];
}

function field(name: string, type: FieldType, required: boolean, description: string): ImportField {
  const title = `${name[0]?.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
  return { field: name, title, type, required, description };
}
const needs = (name: string, type: FieldType, description: string) => field(name, type, true, description);
const may = (name: string, type: FieldType, description: string) => field(name, type, false, description);

const customerNumber = needs('customer_number', 'text', 'The number your accounting system gives the customer.');
const currency = may(
  'currency',
  'currency',
  'ISO 4217 code. Without this column all amounts are in one currency, which you choose.',
);

const invoiceFields: ImportField[] = [
  customerNumber,
  needs('invoice_number', 'text', 'The number on the invoice; once a customer.'),
  needs('issued_on', 'day', 'The day on the invoice.'),
  needs('due_on', 'day', 'The day it is to be paid by.'),
  needs('amount', 'amount', 'The gross amount. A negative one is taken as a credit note, with a warning.'),
  currency,
  may('payment_terms', 'text', 'The terms as your system words them.'),
  may('customer_name', 'text', 'Names customers that the book does not know yet.'),
];

/** In the order in which they go into the book: each refers only to what stands before it. */
export const kinds: readonly ImportKindDescription[] = [
  {
    kind: 'rates',
    title: 'Exchange rates',
    fields: [
      needs('currency', 'currency', 'The currency that is valued.'),
      needs('to_currency', 'currency', 'The currency it is valued in.'),
      needs('valid_on', 'day', 'First day of validity; it holds until the next.'),
      needs('rate', 'rate', 'How many units of the second currency one unit of the first is worth.'),
      may('source', 'text', 'Who says so.'),
    ],
  },
  {
    kind: 'customers',
    title: 'Customers',
    fields: [
      customerNumber,
      needs('name', 'text', 'Name of the company or person.'),
      may(
        'entity_type',
        'entityType',
        'company, partnership, sole trader, public body or unknown (treated as a natural person).',
      ),
      may('country', 'country', 'ISO 3166 code of two letters.'),
      may('currency', 'currency', 'ISO 4217 code of its figures.'),
      may('registration_number', 'text', 'Number in the register of companies.'),
      may('parent_number', 'text', 'Customer number of the parent company.'),
      may('terms_days', 'days', 'Days between issue and due day, 0 to 365.'),
      may('credit_limit', 'amount', 'The limit in the customer’s currency.'),
      may('contact_name', 'text', 'Whom reminders go to.'),
      may('contact_email', 'email', 'Where reminders go.'),
      may('contact_phone', 'text', 'Telephone number.'),
    ],
  },
  { kind: 'invoices', title: 'Invoices', fields: invoiceFields },
  {
    kind: 'invoices-with-clearing',
    title: 'Invoices with the day they were cleared',
    fields: [
      ...invoiceFields,
      may(
        'cleared_on',
        'day',
        'The day the invoice was paid in full; empty while it is open. A later export of the same row with this day adds the payment.',
      ),
    ],
  },
  {
    kind: 'payments',
    title: 'Payments, credit notes, write-offs',
    fields: [
      customerNumber,
      needs(
        'payment_number',
        'text',
        'The number of the payment; several rows with the same number share one payment out over several invoices.',
      ),
      needs('paid_on', 'day', 'The day the money came in.'),
      needs('amount', 'amount', 'The whole payment, also where a row shares out a part of it.'),
      currency,
      may('kind', 'creditKind', 'payment (when left out), credit note, write-off or returned payment.'),
      may('invoice_number', 'text', 'The invoice it pays; without one it is unapplied cash.'),
      may('allocated_amount', 'amount', 'How much goes to that invoice; when left out, as much as the invoice needs.'),
      may('allocated_on', 'day', 'The day it was set against the invoice; when left out, the day it came in.'),
    ],
  },
];

export const isKind = (text: string): text is Kind => kinds.some((kind) => kind.kind === text);

export function kindOf(kind: Kind): ImportKindDescription {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new RangeError(`no kind ${kind}`);
  return found;
}
