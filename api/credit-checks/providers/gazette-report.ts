import {
  type CompanyEvent,
  type CreditCheckReport,
  type Day,
  dayInWords,
  emptyReport,
} from '../../../analytics/index.js';
import { at, dayAt, listAt, objectAt, textAt } from './reading.js';
import { eightSigns } from './register-number.js';

/** A notice as the feed tells it. */
export interface Notice {
  id: string;
  code: string | null;
  what: string;
  company: string;
  on: Day | null;
  text: string;
}

/** Codes of notices that are a procedure of insolvency, as public clients of the feed list them. */
const procedures = ['2410', '2411', '2421', '2441', '2443', '2452', '2454'];
/** Only asked for: a court decides. */
const PETITION = '2450';
const DISMISSED = '2461';

/** The notices of an answer, newest first; null when it is none. One notice comes without a list around it. */
export function noticesIn(answer: unknown): { notices: Notice[]; total: number } | null {
  const total = Number(at(answer, 'f:total') ?? Number.NaN);
  if (!Number.isSafeInteger(total) || total < 0) return null;
  const one = objectAt(answer, 'entry');
  const entries = one ? [one] : listAt(answer, 'entry');
  if (total > 0 && entries.length === 0) return null;
  return { notices: entries.flatMap((entry) => noticeIn(entry) ?? []), total };
}

function noticeIn(entry: unknown): Notice | null {
  const id = /\/notice\/([A-Za-z0-9-]+)/.exec(textAt(entry, 'id') ?? '')?.[1];
  const title = textAt(entry, 'title');
  if (id === undefined || title === null) return null;
  return {
    id,
    code: textAt(entry, 'f:notice-code'),
    what: textAt(entry, 'category.@term') ?? 'Notice',
    company: title,
    on: dayAt(entry, 'published'),
    text: plain(textAt(entry, 'content') ?? ''),
  };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ');

/** “(Company Number 11416317 )”, “Company Number: 09184913”, “Registered number 530703”. */
const numbered =
  /(?:company|registered|registration)\s+(?:number|no\.?)\s*:?\s*\(?\s*([A-Z]{0,2}\d{1,8})(?![A-Z0-9])/gi;
const numbersIn = (text: string) =>
  [...text.matchAll(numbered)].flatMap(([, written]) => eightSigns(written ?? '') ?? []);
/** “Sound Supplies Ltd.” and “SOUND SUPPLIES LIMITED” are one. */
const nameOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\b(limited|ltd|public limited company|plc|llp)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a notice is about the company: its number stands in it, or only its name does. */
function match({ text, company }: Notice, about: { number: string | null; name: string }): 'exact' | 'possible' | null {
  const numbers = numbersIn(`${company} ${text}`);
  if (about.number !== null && numbers.includes(about.number)) return 'exact';
  // Another’s number is another’s notice.
  if (about.number !== null && numbers.length > 0) return null;
  return nameOf(company) === nameOf(about.name) ? 'possible' : null;
}

/** What the notices say, in the one shape. Only what names its number counts; what may be another’s is told and no more. */
export function gazetteReport(
  { notices, total }: { notices: readonly Notice[]; total: number },
  about: { number: string | null; name: string },
): CreditCheckReport {
  const found = notices.map((notice) => ({ notice, is: match(notice, about) }));
  const exact = found.filter(({ is }) => is === 'exact').map(({ notice }) => notice);
  const possible = found.filter(({ is }) => is === 'possible').map(({ notice }) => notice);
  const isInsolvent = exact.some(({ code }) => procedures.includes(code ?? ''));
  return {
    ...emptyReport,
    // That nothing was found proves nothing.
    isInsolvent: isInsolvent ? true : null,
    events: exact.map(eventOf),
    notes: [
      ...possible
        .slice(0, 10)
        .map((notice) => `May be about it, by the name alone: ${inWords(notice)}. Nothing is decided by it.`),
      ...(petitions(exact) ? ['A petition to wind it up has been presented and not been dismissed.'] : []),
      ...(exact.length === 0
        ? [`No notice of insolvency names ${about.number ?? 'it by a number'}; that proves nothing.`]
        : []),
      ...(total > notices.length ? [`Only the newest ${notices.length} of ${total} notices were read.`] : []),
    ],
  };
}

const eventOf = (notice: Notice): CompanyEvent => ({
  what: `The Gazette: ${notice.what}`,
  on: notice.on,
  isInsolvency: procedures.includes(notice.code ?? ''),
});

const inWords = ({ what, company, on }: Notice) =>
  `${what}, ${company.slice(0, 100)}${on === null ? '' : `, ${dayInWords(on)}`}`;

/** Whether the newest petition was not dismissed since. */
function petitions(exact: readonly Notice[]): boolean {
  const last = (code: string) =>
    exact
      .filter((notice) => notice.code === code)
      .map(({ on }) => on ?? '')
      .sort()
      .at(-1);
  const petition = last(PETITION);
  return petition !== undefined && petition > (last(DISMISSED) ?? '');
}
