import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { IncomingKind } from './incoming-mail.view.js';

/** What one mail says, in our words. */
export interface ReadMail {
  kind: `${IncomingKind}`;
  /** Those of our messages it names; what names none is not about us. */
  tokens: string[];
  sender: string;
  subject: string;
  text: string;
  detail: string | null;
  isPermanent: boolean;
}

/** Enough for any answer; a mail of ten megabytes is one too. */
const MOST_TEXT = 20_000;
const MOST_LINE = 500;
/** Nested deeper, or with longer headers, it is no mail that somebody wrote. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 };

/** The token of a message of ours, before the @ of its name or in the address that bounces go to. */
const TOKEN = /(?:^|[<+\s])([0-9a-f]{32})@/gi;
const tokensIn = (text: string) => [...text.matchAll(TOKEN)].map(([, token]) => (token as string).toLowerCase());

/** Reads a mail as it travels (RFC 5322). Throws when it is none. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, LIMITS);
  const of = {
    tokens: tokensOf(mail),
    sender: oneLine(mail.from?.address ?? ''),
    subject: oneLine(mail.subject ?? ''),
    text: bodyOf(mail),
    detail: null,
    isPermanent: false,
  };
  return { ...of, ...(report(mail) ?? { kind: isAutomatic(mail) ? 'auto_replied' : 'replied' }) };
}

function tokensOf(mail: Email): string[] {
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const named = ['in-reply-to', 'references', 'to', 'delivered-to', 'x-original-to'].flatMap(header);
  // A report brings along the message it is about, or its headers.
  const about = mail.attachments.filter(({ mimeType }) => /^(message|text)\/rfc822/.test(mimeType)).map(textOf);
  return [...new Set([...named, ...about].flatMap(tokensIn))].slice(0, 50);
}

/** What a mail server reports of a delivery (RFC 3464), or a mail provider of a complaint (RFC 5965). */
function report(mail: Email): Pick<ReadMail, 'kind' | 'detail' | 'isPermanent'> | null {
  const part = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type);
  const complaint = part('message/feedback-report');
  if (complaint) {
    const type = fieldsOf(textOf(complaint))[0]?.get('feedback-type')?.toLowerCase();
    if (type === 'abuse' || type === 'fraud' || type === 'other')
      return { kind: 'complained', detail: `Marked as ${type}.`, isPermanent: false };
    return { kind: 'auto_replied', detail: null, isPermanent: false };
  }
  const status = part('message/delivery-status');
  if (status) {
    const of = fieldsOf(textOf(status)).find((fields) => fields.has('action'));
    const action = of?.get('action')?.toLowerCase();
    const code = of?.get('status') ?? '';
    const detail = oneLine(of?.get('diagnostic-code') ?? code) || null;
    if (action === 'failed') return { kind: 'bounced', detail, isPermanent: code.startsWith('5') };
    return { kind: action === 'delayed' ? 'delayed' : 'auto_replied', detail, isPermanent: false };
  }
  // Some servers report in words only: that counts, but not as the last word.
  if (/^(mailer-daemon|postmaster)@/i.test(mail.from?.address ?? ''))
    return { kind: 'bounced', detail: null, isPermanent: false };
  return null;
}

/** Groups of fields, as reports have them, by their names in small letters. */
function fieldsOf(text: string): Map<string, string>[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  return unfolded.split(/\n\n+/).map((group) => {
    const pairs = group.split('\n').map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
    return new Map(pairs.flatMap((pair) => (pair ? [[(pair[1] as string).toLowerCase(), pair[2] as string]] : [])));
  });
}

/** Out of office and the like (RFC 3834): nobody has read our message. */
function isAutomatic({ headers }: Email): boolean {
  return headers.some(
    ({ key, value }) =>
      (key === 'auto-submitted' && !/^no\b/i.test(value)) ||
      key === 'x-autoreply' ||
      key === 'x-autorespond' ||
      (key === 'precedence' && /^auto_reply/i.test(value)),
  );
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8', 0, 256 * 1024);

/** Signs that steer a line, a screen or a database; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Half a sign, where a text was cut, cannot be kept. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const kept = (text: string) => wellFormed(text.replaceAll('\r\n', '\n').replace(CONTROLS, ''));
const oneLine = (text: string) => wellFormed(kept(text).replace(/\s+/g, ' ').trim().slice(0, MOST_LINE));

function bodyOf({ text, html }: Email): string {
  return kept((text ?? wordsOf(html ?? '')).slice(0, MOST_TEXT)).trim();
}

/** The words of HTML. What is left is shown as text, so nothing of it can run. Every step reads the text once. */
function wordsOf(html: string): string {
  const [first = '', ...rest] = html.slice(0, MOST_TEXT * 10).split(/<(?=(?:script|style|head)\b)/i);
  const shown = rest.map((piece) => {
    const end = piece.search(/<\/(?:script|style|head)\b/i);
    return end < 0 ? '' : piece.slice(end);
  });
  return [first, ...shown]
    .join('')
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n');
}
