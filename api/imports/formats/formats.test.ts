import fs from 'node:fs';
import path from 'node:path';
import { kinds } from '../kinds.js';
import { formatsInWords } from './formats-in-words.js';
import { proposeMapping } from './propose.js';
import { columnsOf, recognise } from './recognise.js';

const fields = (header: string[]) => {
  const { kind, columns } = proposeMapping(header);
  return [kind, Object.fromEntries(columns.map(({ column, field }) => [column, field]))];
};

const example = (kind: string) =>
  fs
    .readFileSync(path.join(import.meta.dirname, '../examples', `${kind}.csv`), 'utf8')
    .split('\n')
    .map((line) => line.split(','));

test.each(kinds.map(({ kind }) => kind))('the example of %s is recognised as what it is', (kind) => {
  expect(recognise(example(kind)[0] as string[])?.kind).toBe(kind);
});

test.each([...kinds])(
  'the example of $kind has every column that is told of, in its order, with the cell that is told',
  ({ kind, fields }) => {
    const [header, first] = example(kind);
    expect(header).toEqual(fields.map(({ field }) => field));
    expect(first).toEqual(fields.map(({ example }) => example));
  },
);

test.each([...kinds])('of $kind a column may be missing where that is told, and no other', ({ kind, fields }) => {
  const without = (field: string) => fields.map((each) => each.field).filter((each) => each !== field);
  for (const { field, inOurFile } of fields)
    expect([field, recognise(without(field))?.kind === kind]).toEqual([field, inOurFile === 'may be missing']);
});

test('docs/import-files.md tells every column of our formats as the program reads them', () => {
  const told = fs.readFileSync(path.join(import.meta.dirname, '../../../docs/import-files.md'), 'utf8');
  // npx goodstanding import --formats > docs/import-files.md
  expect(told).toBe(`${formatsInWords()}\n`);
});

test('columns may stand in any order and case, and the ones one may leave out may be missing', () => {
  const header = ['Amount', 'CURRENCY', 'due_on', 'issued_on', 'invoice_number', 'customer_number'];
  const format = recognise(header);
  expect(format?.kind).toBe('invoices');
  expect(format && columnsOf(format, header)[0]).toEqual({ column: 'Amount', field: 'amount' });
});

test('a column too many, or one too few, is another file: nothing is dropped without a word', () => {
  const header = ['customer_number', 'invoice_number', 'issued_on', 'due_on', 'amount', 'currency'];
  expect(recognise([...header, 'discount'])).toBe(null);
  expect(recognise(header.slice(1))).toBe(null);
});

test('rows that were set aside and corrected are recognised with the columns we added', () => {
  const header = ['customer_number', 'invoice_number', 'issued_on', 'due_on', 'amount', 'currency'];
  expect(recognise([...header, 'goodstanding_line', 'goodstanding_problem'])?.kind).toBe('invoices');
});

test('the header of another system is guessed by its words', () => {
  expect(
    fields(['Kundennummer', 'Rechnung', 'Rechnungsdatum', 'Fällig am', 'Betrag', 'Währung', 'Ausgleichsdatum']),
  ).toEqual([
    'invoices-with-clearing',
    {
      Kundennummer: 'customer_number',
      Rechnung: 'invoice_number',
      Rechnungsdatum: 'issued_on',
      'Fällig am': 'due_on',
      Betrag: 'amount',
      Währung: 'currency',
      Ausgleichsdatum: 'cleared_on',
    },
  ]);
  expect(fields(['Account Code', 'Receipt No.', 'Receipt Date', 'Amount paid', 'Applied to', 'Cashier'])).toEqual([
    'payments',
    {
      'Account Code': 'customer_number',
      'Receipt No.': 'payment_number',
      'Receipt Date': 'paid_on',
      'Amount paid': 'amount',
      'Applied to': 'invoice_number',
      Cashier: null,
    },
  ]);
});

const given = (kind: string, header: string): [string, string, Record<string, string>] => {
  const pairs = header.split(' | ').map((pair) => pair.split(' = ') as [string, string]);
  return [kind, pairs.map(([column]) => column).join(';'), Object.fromEntries(pairs)];
};

test.each([
  given(
    'invoices',
    'Kunde = customer_number | Rechnungsnr. = invoice_number | Belegdatum = issued_on | Fällig = due_on | Betrag = amount',
  ),
  given(
    'invoices',
    'Kd.-Nr. = customer_number | Kunde = customer_name | RG-Nr = invoice_number | Rechnungs-Datum = issued_on | Faelligkeit = due_on | Brutto = amount | Waehrung = currency',
  ),
  given(
    'invoices-with-clearing',
    'DEBITORENNR. = customer_number | BELEGNR. = invoice_number | RECHNUNGSDATUM = issued_on | ZAHLBAR BIS = due_on | BETRAG (EUR) = amount | BEZAHLT AM = cleared_on',
  ),
  given(
    'invoices',
    'Code client = customer_number | Nom du client = customer_name | N° facture = invoice_number | Date de facture = issued_on | Date d’échéance = due_on | Montant TTC = amount | Devise = currency',
  ),
  given(
    'invoices-with-clearing',
    'Client = customer_number | Nº pièce = invoice_number | Date = issued_on | Échéance = due_on | Montant = amount | Date de règlement = cleared_on',
  ),
  given(
    'invoices',
    'Código cliente = customer_number | Razón social = customer_name | Nº factura = invoice_number | Fecha factura = issued_on | Vencimiento = due_on | Importe = amount | Divisa = currency',
  ),
  given(
    'invoices',
    'Klantnr. = customer_number | Klant = customer_name | Factuurnr. = invoice_number | Factuurdatum = issued_on | Vervaldatum = due_on | Bedrag = amount | Valuta = currency',
  ),
  given(
    'invoices',
    'Cliente = customer_number | N. fattura = invoice_number | Data fattura = issued_on | Scadenza = due_on | Totale = amount',
  ),
  given(
    'invoices',
    'Customer = customer_number | Num = invoice_number | Date = issued_on | Due Date = due_on | Open Balance = amount',
  ),
  given(
    'payments',
    'Kundennr. = customer_number | Zahlungs-Nr. = payment_number | Zahlungsdatum = paid_on | Betrag = amount | Rechnungsnr. = invoice_number',
  ),
  given(
    'payments',
    'Client = customer_number | Règlement = payment_number | Date règlement = paid_on | Montant réglé = amount | Facture = invoice_number',
  ),
  given(
    'payments',
    'Klant = customer_number | Betalingsnr = payment_number | Betaaldatum = paid_on | Bedrag = amount | Factuur = invoice_number',
  ),
  given(
    'customers',
    'Kundennummer = customer_number | Firma = name | Land = country | Zahlungsziel = terms_days | Kreditlimit = credit_limit | Ansprechpartner = contact_name | E-Mail = contact_email | Telefon = contact_phone',
  ),
  given(
    'customers',
    'Código = customer_number | Nombre = name | País = country | NIF = registration_number | Teléfono = contact_phone | Correo electrónico = contact_email',
  ),
])('a file of %s headed %s is proposed as a colleague would read it', (kind, header, expected) => {
  expect(fields(header.split(';'))).toEqual([kind, expected]);
});

test('a column that only resembles something is no date, number or amount', () => {
  expect(
    fields(['Kundennr', 'Rechnungsnr', 'Datum', 'Fällig', 'Betrag', 'Telefonnummer', 'USt-Satz', 'Notiz'])[1],
  ).toMatchObject({ Telefonnummer: null, 'USt-Satz': null, Notiz: null });
});
