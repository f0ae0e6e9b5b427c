import { amountInWords, countInWords, dayInWords } from '../../analytics/index.js';
import { asHtml, htmlMail } from '../shared/html-mail.js';
import type { Message } from './reminder-plan.js';
import { mailHtml } from './templates/mail-html.js';
import type { KeptTemplate } from './templates/template-choice.js';
import { filled, LIST, paragraphsOf, type TemplateValues } from './templates/template-fields.js';
import { words } from './templates/template-words.js';
import { ValueMissing } from './templates/templates.errors.js';

export interface MessageText {
  subject: string;
  text: string;
  html: string;
}

/** A line break in a header would begin another header. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Where a message leads to, as the installation is set up: nowhere unless it says so. */
export interface MessageLinks {
  /** Our own name, as messages are signed. */
  supplier: string;
  /** The address where answers go. */
  answers: string;
  /** To pay, one a message. */
  pay: string | null;
  /** To an invoice. */
  invoice: (number: string) => string | null;
}

/** What fills a template; the day is named and never counted, so it is true whenever it is read. */
function valuesOf(message: Message, { language }: KeptTemplate, supplier: string): TemplateValues {
  const { on, contactName, customerName, managerName, invoices } = message;
  const say = words[language];
  const days = invoices.map(({ dueOn }) => dueOn).sort();
  const last = say.day(days.at(-1) as string);
  const overdue = days.filter((day) => day < on).length;
  const totals = new Map<string, number>();
  for (const { currency, openMinor } of invoices) totals.set(currency, (totals.get(currency) ?? 0) + openMinor);
  return {
    contact: contactName ?? customerName,
    customer: customerName,
    supplier,
    manager: managerName,
    due: days[0] === days.at(-1) ? say.on(last) : say.by(last),
    total: [...totals].map(([currency, minor]) => say.amount(minor, currency)).join(' + '),
    invoice: invoices.length === 1 ? (invoices[0]?.number ?? null) : null,
    count: String(invoices.length),
    overdueCount: String(overdue),
    comingCount: String(days.length - overdue),
  };
}

/** Why the template of a message cannot be filled; null: it can. */
export function gapIn(message: Message): string | null {
  const { template, customerName, channel } = message;
  if (!template) return null;
  const said = channel === 'sms' ? template.shortText : template.body.replaceAll(LIST, '');
  try {
    filled(`${template.subject}${said}`, valuesOf(message, template, 'us'), customerName);
    return null;
  } catch (error) {
    if (error instanceof ValueMissing) return error.message;
    throw error;
  }
}

/** What is said over the channel of a message. */
export function textOf(message: Message, links: MessageLinks): MessageText {
  if (message.channel === 'call') return callText(message);
  return message.channel === 'sms' ? shortText(message, links) : messageText(message, links);
}

/** What a text message says: the short words of its template, the pay link where there is one, and what every message says. */
function shortText(message: Message, links: MessageLinks): MessageText {
  const { customerName, template } = message;
  if (!template) throw new RangeError('a text message needs a template');
  const fill = (text: string) => oneLine(filled(text, valuesOf(message, template, links.supplier), customerName));
  const always = words[template.language].short(links.answers);
  const text = [fill(template.shortText), links.pay, always].filter(Boolean).join(' ');
  return { subject: fill(template.subject), text, html: htmlMail(`<p>${asHtml(text)}</p>`) };
}

/** What goes out by e-mail, and on paper: what, how much, by when, and how to say that something is wrong. Refuses a gap. */
export function messageText(message: Message, links: MessageLinks): MessageText {
  const { customerName, invoices, template } = message;
  if (invoices.length === 0 || !template) throw new RangeError('a message needs an invoice and a template');
  const say = words[template.language];
  const values = valuesOf(message, template, links.supplier);
  const fill = (text: string) => filled(text, values, customerName);
  const isOneDay = new Set(invoices.map(({ dueOn }) => dueOn)).size === 1;
  const isOneCustomer = new Set(invoices.map(({ customerId }) => customerId)).size === 1;
  const rows = invoices.map(({ number, openMinor, currency, dueOn, customerName: whose }) => ({
    number,
    whose: isOneCustomer ? null : oneLine(whose),
    amount: say.amount(openMinor, currency),
    due: isOneDay ? null : say.due(say.day(dueOn)),
    link: links.invoice(number),
  }));
  const paragraphs = paragraphsOf(template.body);
  const place = paragraphs.indexOf(LIST);
  const before = paragraphs.slice(0, place).map(fill);
  const after = [...paragraphs.slice(place + 1).map(fill), say.dispute];
  const subject = oneLine(fill(template.subject));
  const listed = rows.map(
    ({ number, whose, amount, due, link }) =>
      `  ${[number, whose, amount, due, link].filter((part) => part !== null).join('   ')}`,
  );
  const pay = links.pay === null ? [] : [`${say.pay}: ${links.pay}`];
  const text = `${[...before, listed.join('\n'), ...pay, ...after, say.fraud].join('\n\n')}\n`;
  const button = links.pay === null ? null : { text: say.pay, link: links.pay };
  const html = mailHtml({
    language: template.language,
    preview: before.at(-1) ?? subject,
    before,
    rows,
    after,
    small: say.fraud,
    button,
  });
  return { subject, text, html };
}

/** What whoever calls has before them. */
export function callText({ on, recipient, contactName, customerName, invoices }: Message): MessageText {
  const rows = invoices.map(
    ({ number, openMinor, currency, dueOn }) =>
      `${number}   ${amountInWords(openMinor, currency)}   ${dueOn < on ? 'was' : 'falls'} due ${dayInWords(dueOn)}`,
  );
  const subject = oneLine(`Call ${contactName ?? customerName} about ${countInWords(invoices.length, 'invoice')}`);
  const ask =
    'Ask whether the invoice arrived and is right, and when it will be paid. Write down a promise or a dispute.';
  const text = [
    `Call ${contactName ?? customerName}, ${recipient}.`,
    '',
    ...rows.map((row) => `  ${row}`),
    '',
    ask,
    '',
  ].join('\n');
  return { subject, text, html: htmlMail(`<p>${asHtml(text).replaceAll('\n', '<br>')}</p>`) };
}
