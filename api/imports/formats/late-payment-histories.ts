import type { Format } from './format.js';

/**
 * “Late payment histories”, the sample IBM published: one row an invoice, with the day it was settled and without a
 * currency. `Disputed` is known only after the fact and `DaysLate` follows from the dates, so neither is taken.
 */
export const latePaymentHistories: Format = {
  id: 'late-payment-histories',
  title: 'Late payment histories (IBM)',
  kind: 'invoices-with-clearing',
  columns: {
    countryCode: null,
    customerID: 'customer_number',
    PaperlessDate: null,
    invoiceNumber: 'invoice_number',
    InvoiceDate: 'issued_on',
    DueDate: 'due_on',
    InvoiceAmount: 'amount',
    Disputed: null,
    SettledDate: 'cleared_on',
    PaperlessBill: null,
    DaysToSettle: null,
    DaysLate: null,
  },
  optional: [],
  dateOrder: 'month-day',
};
