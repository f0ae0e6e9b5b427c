import { messageText } from './message-text.js';
import type { DueInvoice, Message } from './reminder-plan.js';

const invoice: DueInvoice = {
  customerId: 1,
  invoiceId: 1,
  customerName: 'O’Brien & Sons',
  customerNumber: 'K1',
  number: 'R-1',
  dueOn: '2026-11-29',
  currency: 'EUR',
  openMinor: 123_456_789,
  recipient: 'pay@obrien.example',
  contactName: 'Ada <Payable>',
  issuedOn: '2026-10-30',
  arrivedOn: null,
  openReportingMinor: null,
  phone: null,
  country: null,
  grade: null,
  lateProbability: null,
  isNew: false,
  pauses: [],
  said: [],
  lastMessageOn: null,
  isLeftOut: false,
  isDisputed: false,
  isOnHold: false,
};
const message = (invoices: DueInvoice[]): Message => ({
  on: '2026-11-23',
  channel: 'email',
  lines: [],
  customerId: 1,
  recipient: 'pay@obrien.example',
  contactName: invoice.contactName,
  customerName: invoice.customerName,
  customerNumber: 'K1',
  invoices,
});

test('one invoice is named in the subject, several are counted', () => {
  expect(messageText(message([invoice])).subject).toBe('Invoice R-1 falls due on 29 Nov 2026');
  expect(messageText(message([invoice, { ...invoice, number: 'R-2' }])).subject).toBe(
    '2 invoices of O’Brien & Sons fall due on 29 Nov 2026',
  );
});

test('invoices of several days name the last in the subject and each its own', () => {
  const { subject, text, html } = messageText(message([invoice, { ...invoice, number: 'R-2', dueOn: '2026-11-30' }]));
  expect(subject).toBe('2 invoices of O’Brien & Sons fall due by 30 Nov 2026');
  expect(text).toContain('these invoices fall due by 30 Nov 2026.');
  expect(text).toContain('R-1   EUR 1,234,567.89   due 29 Nov 2026');
  expect(html).toContain('due 29 Nov 2026');
});

test('a line break in a number begins no further header, and a tag in a name stays text', () => {
  const { subject, html } = messageText(message([{ ...invoice, number: 'R-1\r\nBcc: all@everybody.example' }]));
  expect(subject).toBe('Invoice R-1 Bcc: all@everybody.example falls due on 29 Nov 2026');
  expect(html).toContain('Hello Ada &#60;Payable&#62;,');
  expect(html).not.toContain('<Payable>');
});

test('a message about nothing is never made', () => {
  expect(() => messageText(message([]))).toThrow(new RangeError('a message needs an invoice'));
});
