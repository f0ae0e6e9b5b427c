import { type Correction, type LatenessModel, lastDay, termTitles } from '../../analytics/index.js';
import type { ModelTable } from './model.view.js';

const kindsOfDay = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'a holiday'];

/** The tables of a model, row by row: with the habit of each customer they are all there is to it. */
export function tablesOf({ untilDue, spans, settings }: LatenessModel): ModelTable[] {
  const table = (correction: Correction, moves: string): ModelTable => ({
    term: correction.term,
    title: termTitles[correction.term],
    moves,
    rows: correction.effects.flatMap((effect, bin) => {
      const reading = readingOf(correction, bin, settings.lead);
      return reading === null ? [] : [{ reading, effect }];
    }),
  });
  return [
    ...untilDue.map((correction) => table(correction, 'being paid, each day until due')),
    ...spans.flatMap(({ fromDay, toDay, corrections }) =>
      corrections.map((correction) => table(correction, `staying open from ${fromDay} to ${toDay} days after due`)),
    ),
  ];
}

/** By which rules the habit of a customer is counted: all that is in a model beside its tables. */
export function habitInWords({ settings }: LatenessModel): string[] {
  const { pseudo, halfLife, lead, scoreAt } = settings;
  const asked = scoreAt === 'issue' ? 'on the day of its issue' : `${scoreAt.daysBeforeDue} days before it is due`;
  return [
    `An invoice is told ${asked}; days are counted one by one from ${lead} days before due to ${lastDay} days after it.`,
    `Of each day it is counted how many invoices were open and how many of these were paid; one counts half after ${halfLife} days.`,
    `The book: all customers, each weighing the root of its number of invoices, and ${pseudo.book} imagined invoices of which one in twenty is paid a day; by weekday of the due day, ${pseudo.bookDueDay} imagined ones at the pace of the book.`,
    `The customer: the book quickened or slowed by the payments it made over those the book would have made, ${pseudo.pace} of each imagined, up to the due day and after it.`,
    `Then its own days, leaning on that as on ${pseudo.customer} imagined invoices; those due on business days or not, on ${pseudo.customerBusinessDay}; those due on this weekday, on ${pseudo.customerDueDay}.`,
    'After the due day the log-odds of staying open are moved span by span, and the chances of its days alike.',
  ];
}

/** Which readings fall into a bin; null for the one that no day can. */
function readingOf({ term, edges, effects }: Correction, bin: number, lead: number): string | null {
  if (term === 'day') return bin > lead ? null : `${lead - bin}`;
  if (term === 'dayKind') return kindsOfDay[bin] ?? null;
  if (term === 'restBefore') return bin > 4 ? null : `${bin}`;
  if (bin === effects.length - 1) return 'not known';
  const [low, high] = [edges[bin - 1], edges[bin]].map((edge) => (edge === undefined ? undefined : rounded(edge)));
  if (low === undefined) return high === undefined ? 'any' : `below ${high}`;
  return high === undefined ? `${low} and more` : `${low} to ${high}`;
}

const rounded = (edge: number) => String(Number(edge.toPrecision(3)));
