/** What a file of each kind can hold: the same table makes the readers, the mapping page and what is told of our formats. */
export type FieldType = keyof typeof shapes;

/** How a cell of each type is written. */
export const shapes = {
  text: 'any text, at most 500 characters',
  day: 'a day such as 2026-11-22, 22.11.2026 or 22 Nov 2026; 3/4/2026 where its column shows the order, or you say it',
  amount: 'an amount such as 1234.56, 1,234.56 or 1.234,56; below zero -12.00, 12.00- or (12.00)',
  currency: 'three letters of ISO 4217, such as EUR',
  country: 'two letters of ISO 3166, such as DE',
  'entity type': 'company, partnership, sole trader, public body or unknown',
  'kind of credit': 'payment, credit note, write-off or returned payment',
  days: 'a whole number from 0 to 365',
  rate: 'a number above 0, its thousands not grouped',
  email: 'an e-mail address',
};

export interface ImportField {
  field: string;
  title: string;
  type: FieldType;
  /** Whether no row can be imported without it. */
  required: boolean;
  /** What a file of our own format has of it. */
  inOurFile: 'in every row' | 'column, cells may be empty' | 'may be missing';
  description: string;
  shape: string;
  /** As it stands in the first row of the example. */
  example: string;
}

export type Kind = 'rates' | 'customers' | 'invoices' | 'invoices-with-clearing' | 'payments';

export interface ImportKindDescription {
  kind: Kind;
  title: string;
  /** What a row of it is. */
  description: string;
  fields: ImportField[];
}

function field(name: string, type: FieldType, required: boolean, description: string, example: string): ImportField {
  const title = `${name[0]?.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
  const inOurFile = required ? 'in every row' : 'may be missing';
  return { field: name, title, type, required, inOurFile, description, shape: shapes[type], example };
}
type Told = [name: string, type: FieldType, description: string, example: string];
const needs = (...[name, type, description, example]: Told) => field(name, type, true, description, example);
const may = (...[name, type, description, example]: Told) => field(name, type, false, description, example);

const customerNumber = needs(
  'customer_number',
  'text',
  'The number your accounting system gives the customer.',
  'C-1001',
);
/** Without it, or without `cleared_on`, a file is another one: amounts in no currency, or plain invoices. */
const currency: ImportField = {
  ...may(
    'currency',
    'currency',
    'The currency of the row. For a file without this column you say once which currency all its amounts are in.',
    'GBP',
  ),
  inOurFile: 'in every row',
};

const invoiceFields: ImportField[] = [
  customerNumber,
  needs('invoice_number', 'text', 'The number on the invoice; once a customer.', 'INV-5001'),
  needs('issued_on', 'day', 'The day on the invoice.', '2026-08-03'),
  needs('due_on', 'day', 'The day it is to be paid by.', '2026-09-02'),
  needs('amount', 'amount', 'The gross amount. A negative one is taken as a credit note, with a warning.', '4250.00'),
  currency,
  may('payment_terms', 'text', 'The terms as your system words them.', 'net 30'),
  may('customer_name', 'text', 'Names customers that the book does not know yet.', 'Larkspur Joinery Ltd'),
];

/** In the order in which they go into the book: each refers only to what stands before it. */
export const kinds: readonly ImportKindDescription[] = [
  {
    kind: 'rates',
    title: 'Exchange rates',
    description: 'One row a rate: what one unit of a currency is worth in another, from which day on.',
    fields: [
      needs('currency', 'currency', 'The currency that is valued.', 'GBP'),
      needs('to_currency', 'currency', 'The currency it is valued in.', 'EUR'),
      needs('valid_on', 'day', 'First day of validity; it holds until the next.', '2026-08-01'),
      needs('rate', 'rate', 'How many units of the second currency one unit of the first is worth.', '1.1610'),
      may('source', 'text', 'Who says so.', 'treasury'),
    ],
  },
  {
    kind: 'customers',
    title: 'Customers',
    description: 'One row a customer: who it is, its terms and limit, and whom reminders go to.',
    fields: [
      customerNumber,
      needs('name', 'text', 'Name of the company or person.', 'Larkspur Joinery Ltd'),
      may('entity_type', 'entity type', 'What the customer is; unknown is treated as a natural person.', 'company'),
      may('country', 'country', 'Where the customer is.', 'GB'),
      may('currency', 'currency', 'The currency of its limit and of what it is sold in.', 'GBP'),
      may('registration_number', 'text', 'Number in the register of companies.', '01234567'),
      may('parent_number', 'text', 'Customer number of the parent company.', 'C-1000'),
      may('segment', 'text', 'Which group of customers it belongs to, in your words.', 'key account'),
      may('terms_days', 'days', 'Days between issue and due day.', '30'),
      may(
        'credit_limit',
        'amount',
        'How much it may owe, in its currency; 0 or more. A file does not raise a limit that is set.',
        '25000.00',
      ),
      may('contact_name', 'text', 'Whom reminders go to.', 'Dana Whitlock'),
      may('contact_email', 'email', 'Where reminders go.', 'accounts@larkspur-joinery.example'),
      may('contact_phone', 'text', 'Telephone number.', '+44 20 5550 1001'),
      may(
        'contact_address',
        'text',
        'Where letters go; a semicolon ends a line.',
        '3 Mill Lane; Leeds LS1 4AP; United Kingdom',
      ),
    ],
  },
  {
    kind: 'invoices',
    title: 'Invoices',
    description: 'One row an invoice or credit note: whose, when issued and due, over how much.',
    fields: invoiceFields,
  },
  {
    kind: 'invoices-with-clearing',
    title: 'Invoices with the day they were cleared',
    description: 'One row an invoice, as systems export open and cleared items: no file of payments is needed.',
    fields: [
      ...invoiceFields,
      {
        ...may(
          'cleared_on',
          'day',
          'The day the invoice was paid in full; empty while it is open. A later export of the same row with this day adds the payment.',
          '2026-09-04',
        ),
        inOurFile: 'column, cells may be empty',
      },
    ],
  },
  {
    kind: 'payments',
    title: 'Payments, credit notes, write-offs',
    description: 'One row a payment, credit note, write-off or returned payment, and the invoice it is set against.',
    fields: [
      customerNumber,
      needs(
        'payment_number',
        'text',
        'The number of the payment; several rows with the same number share one payment out over several invoices.',
        'PAY-9001',
      ),
      needs('paid_on', 'day', 'The day the money came in.', '2026-09-04'),
      needs('amount', 'amount', 'The whole payment, also where a row shares out a part of it.', '3000.00'),
      currency,
      may('kind', 'kind of credit', 'What it is; a payment when left out.', 'payment'),
      may('invoice_number', 'text', 'The invoice it pays; without one it is unapplied cash.', 'INV-5001'),
      may(
        'allocated_amount',
        'amount',
        'How much goes to that invoice; when left out, as much as the invoice needs.',
        '3000.00',
      ),
      may(
        'allocated_on',
        'day',
        'The day it was set against the invoice; when left out, the day it came in.',
        '2026-09-04',
      ),
    ],
  },
];

export const isKind = (text: string): text is Kind => kinds.some((kind) => kind.kind === text);

export function kindOf(kind: Kind): ImportKindDescription {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new RangeError(`no kind ${kind}`);
  return found;
}
