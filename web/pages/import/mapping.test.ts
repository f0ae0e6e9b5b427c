import type { ImportFile, ImportKind } from './import.graphql.js';
import { needsCurrency, problemsOf, proposed, toInput, withKind } from './mapping.js';

const field = (name: string, required = false) => ({
  field: name,
  title: name,
  required,
  inOurFile: '',
  description: '',
  shape: '',
  example: '',
});
const invoices: ImportKind = {
  kind: 'invoices',
  title: 'Invoices',
  description: '',
  fields: [field('currency'), field('customer_number', true), field('amount', true), field('due_on', true)],
};
const customers: ImportKind = {
  kind: 'customers',
  title: 'Customers',
  description: '',
  fields: [field('customer_number', true)],
};
const kinds = [customers, invoices];
const file: ImportFile = {
  name: 'export.csv',
  size: 10,
  format: null,
  kind: 'invoices',
  header: ['Kunde', 'Betrag', 'Notiz'],
  sample: [],
  encoding: null,
  delimiter: null,
  proposedMapping: [
    { column: 'Betrag', field: 'amount' },
    { column: 'Kunde', field: 'customer_number' },
    { column: 'Notiz', field: null },
  ],
  proposedDateOrder: null,
  proposedDecimalSign: null,
  proposedCurrency: null,
};
const asProposed = proposed(file, kinds, 'EUR');

test('what was remembered or guessed is filled in, column by column', () =>
  expect(asProposed).toEqual({
    kind: 'invoices',
    fields: ['customer_number', 'amount', ''],
    dateOrder: '',
    decimalSign: '',
    currency: 'EUR',
  }));
test('how dates and amounts were read the last time is proposed too', () =>
  expect(
    proposed(
      { ...file, proposedDateOrder: 'day-month', proposedDecimalSign: ',', proposedCurrency: 'CHF' },
      kinds,
      'EUR',
    ),
  ).toMatchObject({ dateOrder: 'day-month', decimalSign: ',', currency: 'CHF' }));
test('a required field without a column is named', () =>
  expect(problemsOf(asProposed, invoices)).toEqual(['Still without a column: due_on.']));
test('a field is filled by one column only', () =>
  expect(problemsOf({ ...asProposed, fields: ['amount', 'amount', 'due_on'] }, invoices)).toEqual([
    'amount is chosen for more than one column.',
    'Still without a column: customer_number.',
  ]));
test('another kind keeps the fields that it has too', () =>
  expect(withKind(asProposed, customers)).toEqual({
    ...asProposed,
    kind: 'customers',
    fields: ['customer_number', '', ''],
  }));
test('the currency is asked for only where the file does not say it', () => {
  expect(needsCurrency(asProposed, invoices)).toBe(true);
  expect(needsCurrency({ ...asProposed, fields: ['currency', 'amount', ''] }, invoices)).toBe(false);
  expect(needsCurrency(asProposed, customers)).toBe(false);
});
test('columns that mean nothing are left out of what is sent', () =>
  expect(toInput('7', file, { ...asProposed, dateOrder: 'day-month' }, invoices)).toEqual({
    importId: '7',
    file: 'export.csv',
    kind: 'invoices',
    mapping: [
      { column: 'Kunde', field: 'customer_number' },
      { column: 'Betrag', field: 'amount' },
    ],
    dateOrder: 'day-month',
    decimalSign: null,
    currency: 'EUR',
  }));
