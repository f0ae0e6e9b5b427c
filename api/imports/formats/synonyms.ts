/**
 * How other systems call our fields, with commas between: English, German, French, Spanish. Compared without case,
 * spaces, accents and signs; a longer name that holds one of more than four letters counts as a weak sign.
 */
const words: Record<string, string> = {
  customer_number:
    'customer, customer no, customer id, cust number, cust no, account, account number, account code, client, client id, debtor, debtor number, kundennummer, kundennr, kunde, debitor, sold to, numero client',
  currency:
    'currency code, curr, ccy, iso currency, invoice currency, from, from currency, base, wahrung, devise, moneda',
  to_currency: 'to, target, quote, quote currency, reporting currency',
  valid_on: 'date, day, valid from, rate date',
  rate: 'exchange rate, value, kurs, mid',
  source: 'provider, origin',
  name: 'customer name, name customer, company, company name, account name, kundenname, firma, nom, nombre',
  customer_name:
    'name, customer name, name customer, account name, company, kundenname, client name, debtor name, bill to',
  entity_type: 'legal form, type, customer type, rechtsform',
  country: 'country code, land, pays',
  registration_number:
    'company number, company registration number, register number, vat number, tax id, handelsregister, siren',
  parent_number: 'parent, group, parent customer, head office',
  terms_days: 'terms, payment terms, credit days, zahlungsziel',
  credit_limit: 'limit, credit line, kreditlimit',
  contact_name: 'contact, contact person, ansprechpartner',
  contact_email: 'email, e-mail, mail, contact mail',
  contact_phone: 'phone, telephone, telefon, tel',
  invoice_number:
    'invoice, invoice no, invoice id, document number, document no, doc no, doc id, document, reference, applied to, rechnungsnummer, rechnung, belegnummer, beleg, numero facture, facture',
  issued_on:
    'issue date, invoice date, date, document date, posting date, doc date, billing date, created, rechnungsdatum, belegdatum, date facture, baseline date, document create date',
  due_on:
    'due date, due, net due date, payment due, payable by, falligkeit, fallig am, falligkeitsdatum, echeance, vencimiento, due in date',
  amount:
    'invoice amount, payment amount, amount paid, total, gross, gross amount, total amount, total open amount, amount in doc curr, betrag, bruttobetrag, montant, importe, open amount, value',
  payment_terms: 'terms, terms of payment, cust payment terms, zahlungsbedingung, conditions',
  cleared_on:
    'clearing date, clear date, cleared, settled date, settled on, paid date, paid on, payment date, date paid, ausgleichsdatum, bezahlt am, close date',
  payment_number:
    'payment, payment no, payment id, receipt, receipt no, receipt number, transaction id, credit note number, zahlungsnummer, zahlung, document number',
  paid_on:
    'payment date, date, paid date, date paid, receipt date, value date, zahlungsdatum, buchungsdatum, posting date',
  kind: 'type, payment type, document type, art',
  allocated_amount: 'allocated, applied amount, amount applied',
  allocated_on: 'allocation date, applied on, applied date',
};

const synonyms = new Map(Object.entries(words).map(([field, list]) => [field, list.split(', ')]));
export const synonymsOf = (field: string): readonly string[] => synonyms.get(field) ?? [];
