import { type Figures, fields, filled, mustBeFillable } from './fields.js';

const figures = { ...Object.fromEntries(Object.keys(fields).map((name) => [name, name.toUpperCase()])) } as Figures;

test('each field is filled, and text around it stays', () => {
  expect(filled('Price', '{customer} owes {supplier} {deposit}: $& $1.', figures)).toBe(
    'CUSTOMER owes SUPPLIER DEPOSIT: $& $1.',
  );
});

test('a value is taken as it is, even one that looks like a field', () => {
  expect(filled('Price', '{customer}.', { ...figures, customer: '{deposit} $1 Ltd' })).toBe('{deposit} $1 Ltd.');
});

test('a field that nothing fills, and a brace alone, are refused in a sentence', () => {
  expect(() => mustBeFillable('To {client}')).toThrow(/^There is no field \{client\}\. There are: \{supplier\}, /);
  expect(() => mustBeFillable('To {customer')).toThrow('A brace stands alone.');
});

test('a clause without its figure is refused, never printed with a gap', () => {
  expect(() => filled('Deposit', '{deposit}', { ...figures, deposit: null })).toThrow(
    'The clause “Deposit” needs {deposit}, which this decision does not have.',
  );
});
