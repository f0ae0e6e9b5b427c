import { gapIn, type MessageLinks, messageText as textOf, textOf as textOver } from './message-text.js';
import type { DueInvoice, Message } from './reminder-plan.js';
import { TemplateLanguage, TemplateSituation } from './templates/template.view.js';
import type { KeptTemplate } from './templates/template-choice.js';

const invoice: DueInvoice = {
  customerId: 1,
  groupId: 1,
  ownerId: null,
  language: 'en',
  entityType: 'company',
  segment: null,
  invoiceId: 1,
  customerName: 'O’Brien & Sons',
  customerNumber: 'K1',
  number: 'R-1',
  dueOn: '2026-11-29',
  currency: 'EUR',
  openMinor: 123_456_789,
  mailState: null,
  recipient: 'pay@obrien.example',
  contactName: 'Ada <Payable>',
  managerName: null,
  issuedOn: '2026-10-30',
  arrivedOn: null,
  openReportingMinor: null,
  phone: null,
  mobile: null,
  postalAddress: null,
  country: null,
  grade: null,
  ladder: null,
  lateProbability: null,
  isNew: false,
  pauses: [],
  said: [],
  lastMessageOn: null,
  isLeftOut: false,
  isDisputed: false,
  isOnHold: false,
  isInsolvent: false,
};
const one: KeptTemplate = {
  id: 1,
  language: TemplateLanguage.EN,
  situation: TemplateSituation.BEFORE_ONE,
  step: null,
  subject: 'Invoice {invoice} falls due {due}',
  shortText: 'Short {invoice}',
  body: 'Hello {contact},\n\nThis invoice falls due {due}.\n\n{list}',
};
const several: KeptTemplate = {
  ...one,
  situation: TemplateSituation.BEFORE_SEVERAL,
  subject: '{count} invoices of {customer} fall due {due}',
  body: 'Hello {contact},\n\nthese invoices fall due {due}.\n\n{list}\n\nIn all {total}.',
};
const nowhere: MessageLinks = { supplier: 'Receivables', answers: 'us@seller.example', pay: null, invoice: () => null };
const messageText = (of: Message, links = nowhere) => textOf(of, links);
const message = (invoices: DueInvoice[], template = invoices.length === 1 ? one : several): Message => ({
  template,
  managerName: null,
  country: null,
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
  expect(html).toContain('Hello Ada &lt;Payable&gt;,');
  expect(html).not.toContain('<Payable>');
});

test('a message about nothing is never made', () => {
  expect(() => messageText(message([]))).toThrow(new RangeError('a message needs an invoice and a template'));
});

test('in German the day, the amount and what every message says are German', () => {
  const german = { ...one, language: TemplateLanguage.DE, subject: 'Rechnung {invoice} ist {due} fällig' };
  const { subject, text } = messageText(message([invoice], german));
  expect(subject).toBe('Rechnung R-1 ist am 29. Nov. 2026 fällig');
  expect(text).toContain('R-1   EUR 1.234.567,89');
  expect(text).toContain('Wir ändern sie nie per E-Mail.');
});

test('a value that is missing is a gap, and a message with one is never made', () => {
  const signed = { ...one, body: `${one.body}\n\nYours, {manager}` };
  expect(gapIn(message([invoice], one))).toBeNull();
  expect(gapIn(message([invoice], signed))).toBe(
    'The template needs {manager}, and for O’Brien & Sons there is none. Say who owns the customer, on its page.',
  );
  expect(() => messageText(message([invoice], signed))).toThrow(/needs \{manager\}/);
  expect(messageText({ ...message([invoice], signed), managerName: 'Bo' }).text).toContain('Yours, Bo');
});

test('a field in a name is not filled once more', () => {
  const odd = { ...message([invoice]), contactName: '{customer} {total}' };
  expect(messageText(odd).text).toMatch(/^Hello \{customer\} \{total\},/);
});

test('every message says how to dispute, that bank details never change by e-mail, and where to pay', () => {
  const links = {
    ...nowhere,
    pay: 'https://us.example/pay/x',
    invoice: (number: string) => `https://us.example/${number}`,
  };
  const { text, html } = messageText(message([invoice]), links);
  for (const part of [
    /please answer this message now/,
    /We never change them by e-mail/,
    /us\.example\/pay\/x/,
    /us\.example\/R-1/,
  ]) {
    expect(text).toMatch(part);
    expect(html).toMatch(part);
  }
});

test('a text message too says where to dispute, that bank details never change by it, and where to pay', () => {
  const text = (template: KeptTemplate, pay: string | null = null) =>
    textOver({ ...message([invoice], template), channel: 'sms' }, { ...nowhere, pay }).text;
  expect(text(one)).toBe('Short R-1 Write to us@seller.example. Our bank details never change by text message.');
  expect(text(one, 'https://us.example/pay/x')).toContain('Short R-1 https://us.example/pay/x Write to');
  expect(text({ ...one, language: TemplateLanguage.DE })).toContain('Unsere Bankverbindung ändern wir nie per SMS.');
});
