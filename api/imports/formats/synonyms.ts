import { plain } from './plain-name.js';

/**
 * How other systems call our fields, a line a language: English, German, French, Spanish, Italian, Dutch. Compared
 * without case, accents, spaces and signs, so `Rechnungsnr.` is `rechnungsnr` and `Fälligkeit` also `Faelligkeit`. In a
 * line the surest comes first: of two columns that may be the same field, the one named earlier is proposed. A longer
 * name that holds one counts as a weak sign.
 */
const words: Record<string, readonly string[]> = {
  customer_number: [
    'customer number, customer no, customer id, customer code, cust number, cust no, account number, account code, client id, debtor number, customer, account, client, debtor, sold to, bill to, code',
    'kundennummer, kundennr, kunden nr, kdnr, kd nr, debitorennummer, debitorennr, debitornr, personenkonto, kunde, debitor',
    'numero client, no client, n client, num client, code client, compte client, code tiers, client, tiers',
    'numero de cliente, numero cliente, n cliente, no cliente, codigo cliente, codigo de cliente, id cliente, cliente, codigo',
    'codice cliente, numero cliente, cod cliente, id cliente, cliente, codice',
    'klantnummer, klantnr, klant nr, klantcode, debiteurnummer, debiteurennummer, debiteurnr, klant, debiteur, relatie',
  ],
  currency: [
    'currency code, currency, curr, ccy, iso currency, invoice currency, from currency, base, from',
    'wahrung, wahrungscode, wahrungskz, wkz, waehrung',
    'devise, code devise, monnaie',
    'moneda, divisa, codigo moneda',
    'valuta, divisa, codice valuta',
    'valuta, munt, muntsoort, valutacode',
  ],
  to_currency: [
    'to currency, target, quote currency, quote, reporting currency, to',
    'zielwahrung, nach wahrung',
    'devise cible',
    'moneda destino',
    'valuta di destinazione',
    'doelvaluta, naar valuta',
  ],
  valid_on: [
    'valid from, rate date, date, day',
    'gultig ab, kursdatum, datum',
    'date de validite, date du taux, date',
    'fecha de validez, valido desde, fecha',
    'valido dal, data cambio, data',
    'geldig vanaf, koersdatum, datum',
  ],
  rate: [
    'exchange rate, rate, mid, value',
    'wechselkurs, kurs, umrechnungskurs',
    'taux de change, taux, cours',
    'tipo de cambio, cambio',
    'tasso di cambio, cambio',
    'wisselkoers, koers',
  ],
  source: ['provider, origin, source', 'quelle', 'source', 'fuente', 'fonte', 'bron'],
  name: [
    'customer name, name customer, company name, account name, client name, debtor name, name, company',
    'kundenname, firmenname, firma, name, name 1',
    'nom client, nom du client, raison sociale, nom, societe',
    'nombre cliente, nombre del cliente, razon social, nombre, empresa',
    'nome cliente, ragione sociale, nome, azienda',
    'klantnaam, bedrijfsnaam, debiteurnaam, naam, bedrijf',
  ],
  customer_name: [
    'customer name, name customer, account name, client name, debtor name, company name, contact name, name, company, bill to',
    'kundenname, firmenname, firma, name, kundenbezeichnung, name 1, kunde',
    'nom client, nom du client, raison sociale, nom, intitule, client',
    'nombre cliente, nombre del cliente, razon social, nombre, cliente',
    'nome cliente, ragione sociale, denominazione, nome, cliente',
    'klantnaam, bedrijfsnaam, debiteurnaam, naam, klant',
  ],
  entity_type: [
    'legal form, entity type, customer type, type',
    'rechtsform',
    'forme juridique',
    'forma juridica',
    'forma giuridica',
    'rechtsvorm',
  ],
  country: ['country code, country', 'land, landercode, landkz', 'pays, code pays', 'pais', 'paese, nazione', 'land, landcode'], // biome-ignore format: a line a field
  registration_number: [
    'company registration number, registration number, company number, register number, vat number, tax id',
    'handelsregisternummer, handelsregister, hrb, ust idnr, ustid, steuernummer',
    'siren, siret, numero siren, numero siret, no tva, n tva, tva intracommunautaire',
    'cif, nif, nif cif',
    'partita iva, p iva, codice fiscale',
    'kvk nummer, kvk, btw nummer, ondernemingsnummer',
  ],
  parent_number: [
    'parent customer, parent number, parent, head office, group',
    'konzern, muttergesellschaft, ubergeordneter kunde',
    'societe mere, maison mere, groupe',
    'matriz, grupo',
    'capogruppo, gruppo',
    'moedermaatschappij, groep',
  ],
  segment: [
    'segment, customer segment, customer group, customer class, account group',
    'kundengruppe, kundensegment, kundenklasse',
    'segment client, groupe clients, categorie client',
    'segmento, grupo de clientes, categoria de cliente',
    'segmento cliente, gruppo clienti, categoria cliente',
    'klantsegment, klantgroep, klantcategorie',
  ],
  terms_days: [
    'terms days, credit days, payment days, terms, payment terms',
    'zahlungsziel, zahlungsziel tage, zahlungsfrist',
    'delai de paiement, echeance jours',
    'plazo de pago, dias de pago, plazo',
    'giorni di pagamento, termini di pagamento',
    'betalingstermijn, betaaltermijn, krediettermijn',
  ],
  credit_limit: [
    'credit limit, limit, credit line',
    'kreditlimit, kreditlinie, kreditgrenze',
    'limite de credit, plafond, encours autorise, plafond de credit',
    'limite de credito, riesgo concedido',
    'fido, limite di credito, affidamento',
    'kredietlimiet, limiet',
  ],
  contact_name: [
    'contact person, contact name, contact',
    'ansprechpartner, kontaktperson, kontakt',
    'personne de contact, interlocuteur, contact',
    'persona de contacto, contacto',
    'persona di contatto, referente, contatto',
    'contactpersoon, contact',
  ],
  contact_email: [
    'email, e-mail, email address, contact mail, mail',
    'e-mail adresse, mailadresse',
    'adresse e-mail, courriel, mel',
    'correo electronico, correo',
    'indirizzo e-mail, posta elettronica',
    'e-mailadres',
  ],
  contact_address: [
    'postal address, mailing address, address',
    'anschrift, postanschrift, adresse',
    'adresse postale, adresse',
    'direccion postal, direccion',
    'indirizzo postale, indirizzo',
    'postadres, adres',
  ],
  contact_phone: [
    'phone, telephone, phone number, tel, mobile',
    'telefon, telefonnummer, mobil',
    'telephone, portable',
    'telefono, movil',
    'telefono, cellulare',
    'telefoon, telefoonnummer, mobiel',
  ],
  invoice_number: [
    'invoice number, invoice no, invoice id, invoice num, inv no, document number, document no, doc no, doc id, applied to, invoice, document, bill no, number, num, reference, ref',
    'rechnungsnummer, rechnungsnr, rechnungs nr, rechnung nr, rg nr, re nr, rnr, rgnr, belegnummer, belegnr, beleg nr, opnummer, rechnung, beleg, belegfeld 1, nummer',
    'numero de facture, numero facture, no facture, n facture, n de facture, num facture, n piece, no piece, numero de piece, facture, piece, reference',
    'numero de factura, numero factura, n factura, no factura, num factura, factura, documento, referencia',
    'numero fattura, n fattura, no fattura, num fattura, numero documento, fattura, documento',
    'factuurnummer, factuurnr, factuur nr, boekstuknummer, stuknummer, factuur, nummer',
  ],
  issued_on: [
    'invoice date, issue date, issued, document date, doc date, posting date, billing date, bill date, baseline date, document create date, created, date',
    'rechnungsdatum, rechnungs datum, rg datum, belegdatum, ausstellungsdatum, buchungsdatum, datum',
    'date de facture, date facture, date facturation, date d emission, date emission, date de piece, date piece, date',
    'fecha de factura, fecha factura, fecha de emision, fecha emision, fecha',
    'data fattura, data emissione, data di emissione, data documento, data',
    'factuurdatum, boekdatum, datum',
  ],
  due_on: [
    'due date, net due date, payment due date, payment due, due in date, payable by, maturity date, due',
    'falligkeitsdatum, falligkeit, fallig am, fallig zum, fallig, zahlbar bis, nettofalligkeit',
    'date d echeance, date echeance, date de echeance, echeance, a payer avant le',
    'fecha de vencimiento, fecha vencimiento, vencimiento, vence, vto',
    'data di scadenza, data scadenza, scadenza',
    'vervaldatum, vervaldag, uiterste betaaldatum, betalen voor',
  ],
  amount: [
    'invoice amount, payment amount, amount paid, gross amount, total amount, invoice total, amount, gross, total, total open amount, amount in doc curr, open amount, open balance, value',
    'bruttobetrag, rechnungsbetrag, betrag brutto, gesamtbetrag, zahlbetrag, zahlungsbetrag, betrag, brutto, umsatz, summe, gesamt, offener betrag',
    'montant ttc, total ttc, montant total, montant regle, montant, total, ttc, solde',
    'importe total, total factura, importe bruto, importe pagado, importe, total, monto',
    'importo totale, totale fattura, totale documento, importo lordo, importo, totale',
    'totaalbedrag, factuurbedrag, bedrag incl btw, bruto bedrag, betaald bedrag, bedrag, totaal',
  ],
  payment_terms: [
    'payment terms, terms of payment, cust payment terms, terms',
    'zahlungsbedingung, zahlungsbedingungen, zahlungskondition',
    'conditions de paiement, conditions de reglement, conditions',
    'condiciones de pago, forma de pago',
    'condizioni di pagamento, modalita di pagamento',
    'betalingsvoorwaarden, betalingsconditie',
  ],
  cleared_on: [
    'clearing date, clear date, cleared on, cleared, settled date, settled on, paid date, paid on, payment date, date paid, close date',
    'ausgleichsdatum, bezahlt am, ausgleich, zahlungsdatum, zahldatum',
    'date de reglement, date reglement, date de paiement, date paiement, lettre le, paye le, regle le',
    'fecha de pago, fecha pago, fecha de cobro, fecha cobro, cobrado el',
    'data pagamento, data di pagamento, data incasso, pagato il',
    'betaaldatum, betaald op, datum betaald, voldaan op',
  ],
  payment_number: [
    'payment number, payment no, payment id, receipt number, receipt no, receipt, payment, transaction id, credit note number, document number',
    'zahlungsnummer, zahlungsnr, zahlungs nr, zahlung nr, zahlungsbeleg, gutschriftsnummer, zahlung',
    'numero de reglement, numero reglement, n reglement, n paiement, numero de paiement, numero paiement, reglement, paiement',
    'numero de pago, numero pago, n pago, numero de cobro, n cobro, recibo, pago, cobro',
    'numero pagamento, n pagamento, numero incasso, pagamento, incasso',
    'betalingsnummer, betalingsnr, betaling nr, betaling',
  ],
  paid_on: [
    'payment date, paid date, date paid, paid on, receipt date, value date, posting date, date',
    'zahlungsdatum, zahldatum, zahlungseingang, eingangsdatum, wertstellung, valutadatum, buchungsdatum, datum',
    'date de reglement, date reglement, date de paiement, date paiement, date de valeur, date',
    'fecha de pago, fecha pago, fecha de cobro, fecha cobro, fecha valor, fecha',
    'data pagamento, data di pagamento, data incasso, data valuta, data',
    'betaaldatum, betalingsdatum, datum betaling, valutadatum, boekdatum, datum',
  ],
  kind: [
    'payment type, document type, kind, type',
    'zahlungsart, belegart, art',
    'type de reglement, type de piece',
    'tipo de pago, tipo',
    'tipo pagamento, tipo',
    'betalingstype, soort',
  ],
  allocated_amount: [
    'allocated amount, applied amount, amount applied, allocated',
    'zugeordneter betrag, verrechneter betrag, ausgeglichener betrag',
    'montant affecte, montant impute, montant lettre',
    'importe aplicado, importe asignado',
    'importo assegnato, importo abbinato',
    'toegewezen bedrag, afgeletterd bedrag',
  ],
  allocated_on: [
    'allocation date, applied on, applied date',
    'zuordnungsdatum, verrechnet am',
    'date d affectation, date d imputation, date de lettrage',
    'fecha de aplicacion',
    'data abbinamento',
    'toewijzingsdatum, datum afgeletterd',
  ],
};

/** Too general to say anything as a part of a longer name. */
const GENERAL = new Set(
  'number, nummer, numero, reference, referencia, document, documento, value, total, totale, totaal, gross, brutto, group, groupe, codigo, codice'
    .split(', ')
    .map(plain),
);

interface Synonym {
  name: string;
  isGeneral: boolean;
  /** From 0, the surest, towards 1. */
  vagueness: number;
}

const synonyms = new Map(
  Object.entries(words).map(([field, lines]): [string, Synonym[]] => [
    field,
    lines.flatMap((line) => {
      const names = line.split(', ');
      return names.map((text, i) => {
        const name = plain(text);
        return { name, isGeneral: name.length < 5 || GENERAL.has(name), vagueness: i / names.length };
      });
    }),
  ]),
);
export const synonymsOf = (field: string): readonly Synonym[] => synonyms.get(field) ?? [];
