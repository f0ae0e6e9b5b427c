import type { Format } from './format.js';

/** Export of an SAP-like ledger of one supplier, open or closed items: one row an invoice, with its clearing date. */
export const supplier: Format = {
  id: 'supplier',
  title: 'Supplier’s ledger (document, posting, due and clearing date)',
  kind: 'invoices-with-clearing',
  columns: {
    document_number: 'invoice_number',
    company_code: null,
    customer_number: 'customer_number',
    posting_date: 'issued_on',
    due_date: 'due_on',
    clearing_date: 'cleared_on',
    amount: 'amount',
    currency: 'currency',
    payment_terms: 'payment_terms',
  },
  optional: [],
};
