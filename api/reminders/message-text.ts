import { amountInWords, countInWords, dayInWords } from '../../analytics/index.js';
import { asHtml, htmlMail } from '../shared/html-mail.js';
import type { Message } from './reminder-plan.js';

export interface MessageText {
  subject: string;
  text: string;
  html: string;
}

/** A line break in a header would begin another header. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

interface Tone {
  subject: string;
  intro: string;
}

/** A friendly word about what is to come, and a plain one about what is over. The day is named, never counted: so it is true whenever it is read. */
function tone(
  customerName: string,
  overdue: readonly string[],
  coming: readonly string[],
  onlyNumber: string | null,
): Tone {
  const all = [...overdue, ...coming];
  const [first, last] = [all[0], all.at(-1)] as [string, string];
  const due = `${first === last ? 'on' : 'by'} ${dayInWords(last)}`;
  const subjectOf = onlyNumber === null ? `${all.length} invoices of ${customerName}` : `Invoice ${onlyNumber}`;
  const these = onlyNumber === null ? 'these invoices' : 'this invoice';
  if (overdue.length === 0) {
    const falls = onlyNumber === null ? 'fall' : 'falls';
    return {
      subject: `${subjectOf} ${falls} due ${due}`,
      intro: `A friendly word ahead of time: ${these} ${falls} due ${due}.`,
    };
  }
  if (coming.length === 0) {
    const was = onlyNumber === null ? 'were' : 'was';
    return {
      subject: `${subjectOf} ${was} due ${due}`,
      intro: `According to our books ${these} ${was} due ${due} and ${onlyNumber === null ? 'are' : 'is'} still open.`,
    };
  }
  return {
    subject: `${subjectOf}: ${overdue.length} overdue, ${coming.length} due by ${dayInWords(last)}`,
    intro: 'According to our books these invoices are open; some were due already, the others fall due soon.',
  };
}

/** What goes out by e-mail: what, how much, by when, and how to say that something is wrong. */
export function messageText({ on, contactName, customerName, invoices }: Message): MessageText {
  const first = invoices[0];
  if (!first) throw new RangeError('a message needs an invoice');
  const days = invoices.map(({ dueOn }) => dueOn).sort();
  const { subject, intro } = tone(
    customerName,
    days.filter((day) => day < on),
    days.filter((day) => day >= on),
    invoices.length === 1 ? first.number : null,
  );
  const isOneDay = days[0] === days.at(-1);
  const rows = invoices.map((invoice) => ({
    number: invoice.number,
    amount: `${amountInWords(invoice.openMinor, invoice.currency)}${isOneDay ? '' : `   due ${dayInWords(invoice.dueOn)}`}`,
  }));
  const hello = `Hello ${contactName ?? customerName},`;
  const wrong =
    'If something is not right with it, or payment will be difficult, please answer this message now: then we can settle it. If you have paid already, thank you, and please ignore this.';
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
  return { subject: oneLine(subject), text, html };
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
