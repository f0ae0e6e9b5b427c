import { amountInWords, dayInWords } from '../../analytics/index.js';
import { asHtml, htmlMail } from '../shared/html-mail.js';
import type { Message } from './reminder-plan.js';

export interface MessageText {
  subject: string;
  text: string;
  html: string;
}

/** A line break in a header would begin another header. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A friendly word before the due day: what, how much, by when, and how to say that something is wrong. */
export function preDueText({ contactName, customerName, invoices }: Message): MessageText {
  const first = invoices[0];
  if (!first) throw new RangeError('a message needs an invoice');
  const days = invoices.map(({ dueOn }) => dueOn).sort();
  const last = days.at(-1) as string;
  const isOneDay = days[0] === last;
  const due = `${isOneDay ? 'on' : 'by'} ${dayInWords(last)}`;
  const rows = invoices.map((invoice) => ({
    number: invoice.number,
    amount: `${amountInWords(invoice.openMinor, invoice.currency)}${isOneDay ? '' : `   due ${dayInWords(invoice.dueOn)}`}`,
  }));
  const subject = oneLine(
    invoices.length === 1
      ? `Invoice ${first.number} falls due ${due}`
      : `${invoices.length} invoices of ${customerName} fall due ${due}`,
  );
  const hello = `Hello ${contactName ?? customerName},`;
  const intro = `A friendly word ahead of time: ${invoices.length === 1 ? 'this invoice falls' : 'these invoices fall'} due ${due}.`;
  const wrong =
    'If something is not right with it, or payment will be difficult, please answer this message now: then we can settle it before the day. If you have paid already, thank you, and please ignore this.';
  const fraud = 'Our bank details are on the invoice and have not changed. We never change them by e-mail.';
  const text = [
    hello,
    '',
    intro,
    '',
    ...rows.map(({ number, amount }) => `  ${number}   ${amount}`),
    '',
    wrong,
    '',
    fraud,
    '',
  ].join('\n');
  const cells = rows.map(
    ({ number, amount }) =>
      `<tr><td style="padding:4px 24px 4px 0">${asHtml(number)}</td><td style="text-align:right">${asHtml(amount)}</td></tr>`,
  );
  const html = htmlMail(
    `<p>${asHtml(hello)}</p><p>${asHtml(intro)}</p><table>${cells.join('')}</table><p>${asHtml(wrong)}</p><p>${asHtml(fraud)}</p>`,
  );
  return { subject, text, html };
}
