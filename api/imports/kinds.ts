/** What a file of each kind can hold: the same table makes the mapping page, the readers and the staging tables. */
export type FieldType = 'text' | 'day' | 'amount' | 'currency' | 'country' | 'entityType' | 'creditKind' | 'days' | 'rate' | 'email';

export interface ImportField {
  field: string;
  title: string;
  type: FieldType;
  required: boolean;
  description: string;
  /** How other systems call it: words in any order and spelling, compared without spaces, case and signs. */
  synonyms: string[];
}

export type Kind = 'rates' | 'customers' | 'invoices' | 'invoices-with-clearing' | 'payments';

export interface ImportKindDescription {
  kind: Kind;
  title: string;
  fields: ImportField[];
}

const field = (name: string, type: FieldType, required: boolean, description: string, ...synonyms: string[]): ImportField => ({
  field: name,
  title: `${name[0]?.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`,
  type,
  required,
  description,
  synonyms,
});

const customerNumber = field('customer_number', 'text', true, 'The number your accounting system gives the customer.', 'customer', 'customer no', 'customer id', 'cust number', 'cust no', 'account', 'account number', 'account code', 'client', 'client id', 'debtor', 'debtor number', 'kundennummer', 'kunde', 'debitor', 'sold to', 'numero client');
const currency = field('currency', 'currency', false, 'ISO 4217 code. Without this column all amounts are in one currency, which you choose.', 'currency code', 'curr', 'ccy', 'iso currency', 'invoice currency', 'währung', 'devise', 'moneda');

const invoiceFields: ImportField[] = [
  currency,
  customerNumber,
  field('invoice_number', 'text', true, 'The number on the invoice; once a customer.', 'invoice', 'invoice no', 'invoice id', 'document number', 'document no', 'doc no', 'doc id', 'document', 'reference', 'rechnungsnummer', 'rechnung', 'belegnummer', 'beleg', 'numero facture', 'facture'),
  field('issued_on', 'day', true, 'The day on the invoice.', 'issue date', 'invoice date', 'date', 'document date', 'posting date', 'doc date', 'billing date', 'created', 'rechnungsdatum', 'belegdatum', 'date facture', 'baseline date', 'document create date'),
  field('due_on', 'day', true, 'The day it is to be paid by.', 'due date', 'due', 'net due date', 'payment due', 'payable by', 'fälligkeit', 'fällig am', 'fälligkeitsdatum', 'echeance', 'vencimiento', 'due in date'),
  field('amount', 'amount', true, 'The gross amount. A negative one is taken as a credit note, with a warning.', 'invoice amount', 'total', 'gross', 'gross amount', 'total amount', 'total open amount', 'amount in doc curr', 'betrag', 'bruttobetrag', 'montant', 'importe', 'open amount', 'value'),
  field('payment_terms', 'text', false, 'The terms as your system words them.', 'terms', 'terms of payment', 'cust payment terms', 'zahlungsbedingung', 'conditions'),
  field('customer_name', 'text', false, 'Names customers that the book does not know yet.', 'name', 'customer name', 'name customer', 'account name', 'company', 'kundenname', 'client name', 'debtor name', 'bill to'),
];

export const kinds: readonly ImportKindDescription[] = [
  {
    kind: 'rates',
    title: 'Exchange rates',
    fields: [
      field('currency', 'currency', true, 'The currency that is valued.', 'from', 'from currency', 'base', 'currency code'),
      field('to_currency', 'currency', true, 'The currency it is valued in.', 'to', 'target', 'quote', 'quote currency', 'reporting currency'),
      field('valid_on', 'day', true, 'First day of validity; it holds until the next.', 'date', 'day', 'valid from', 'rate date'),
      field('rate', 'rate', true, 'How many units of the second currency one unit of the first is worth.', 'exchange rate', 'value', 'kurs', 'mid'),
      field('source', 'text', false, 'Who says so.', 'provider', 'origin'),
    ],
  },
  {
    kind: 'customers',
    title: 'Customers',
    fields: [
      currency,
      customerNumber,
      field('name', 'text', true, 'Name of the company or person.', 'customer name', 'name customer', 'company', 'company name', 'account name', 'kundenname', 'firma', 'nom', 'nombre'),
      field('entity_type', 'entityType', false, 'company, partnership, sole trader, public body or unknown (treated as a natural person).', 'legal form', 'type', 'customer type', 'rechtsform'),
      field('country', 'country', false, 'ISO 3166 code of two letters.', 'country code', 'land', 'pays'),
      field('registration_number', 'text', false, 'Number in the register of companies.', 'company number', 'company registration number', 'register number', 'vat number', 'tax id', 'handelsregister', 'siren'),
      field('parent_number', 'text', false, 'Customer number of the parent company.', 'parent', 'group', 'parent customer', 'head office'),
      field('terms_days', 'days', false, 'Days between issue and due day, 0 to 365.', 'terms', 'payment terms', 'credit days', 'zahlungsziel'),
      field('credit_limit', 'amount', false, 'The limit in the customer’s currency.', 'limit', 'credit line', 'kreditlimit'),
      field('contact_name', 'text', false, 'Whom reminders go to.', 'contact', 'contact person', 'ansprechpartner'),
      field('contact_email', 'email', false, 'Where reminders go.', 'email', 'e-mail', 'mail', 'contact mail'),
      field('contact_phone', 'text', false, 'Telephone number.', 'phone', 'telephone', 'telefon', 'tel'),
    ],
  },
  { kind: 'invoices', title: 'Invoices', fields: invoiceFields },
  {
    kind: 'invoices-with-clearing',
    title: 'Invoices with the day they were cleared',
    fields: [
      ...invoiceFields,
      field('cleared_on', 'day', false, 'The day the invoice was paid in full; empty while it is open. A later export of the same row with this day adds the payment.', 'clearing date', 'clear date', 'cleared', 'settled date', 'settled on', 'paid date', 'paid on', 'payment date', 'date paid', 'ausgleichsdatum', 'bezahlt am', 'close date'),
    ],
  },
  {
    kind: 'payments',
    title: 'Payments, credit notes, write-offs',
    fields: [
      currency,
      customerNumber,
      field('payment_number', 'text', true, 'The number of the payment; several rows with the same number share one payment out over several invoices.', 'payment', 'payment no', 'payment id', 'receipt', 'receipt number', 'transaction id', 'credit note number', 'zahlungsnummer', 'zahlung', 'document number'),
      field('paid_on', 'day', true, 'The day the money came in.', 'payment date', 'date', 'paid date', 'date paid', 'receipt date', 'value date', 'zahlungsdatum', 'buchungsdatum', 'posting date'),
      field('amount', 'amount', true, 'The whole payment, also where a row shares out a part of it.', 'payment amount', 'total', 'amount paid', 'betrag', 'value'),
      field('kind', 'creditKind', false, 'payment (when left out), credit note, write-off or returned payment.', 'type', 'payment type', 'document type', 'art'),
      field('invoice_number', 'text', false, 'The invoice it pays; without one it is unapplied cash.', 'invoice', 'invoice no', 'applied to', 'rechnungsnummer', 'reference'),
      field('allocated_amount', 'amount', false, 'How much of it goes to that invoice; when left out, as much as the invoice needs.', 'allocated', 'applied amount', 'amount applied'),
      field('allocated_on', 'day', false, 'The day it was set against the invoice; when left out, the day it came in.', 'allocation date', 'applied on', 'applied date'),
    ],
  },
];

export const isKind = (text: string): text is Kind => kinds.some((kind) => kind.kind === text);

export function kindOf(kind: Kind): ImportKindDescription {
  const found = kinds.find((each) => each.kind === kind);
  if (!found) throw new RangeError(`no kind ${kind}`);
  return found;
}
