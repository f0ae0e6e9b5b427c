import { dayOf } from '../calendar.js';
import type { History } from '../history.js';
import { finish, type Steps } from '../steps.js';
import { BookHabit } from './book-habit.js';
import { fitReach, LatenessFit, mostInvoiceDays } from './fit-lateness.js';
import type { LatenessModel } from './lateness-model.js';
import { latenessSettings, mostLead, type ScoreAt, scoringDay, teaches } from './lateness-settings.js';
import { inScoringOrder, ScoringWalk } from './scoring-walk.js';
import { asKnownOn, isUnheardOf, lastSeen } from './what-was-seen.js';
import type { WorkingCalendar } from './working-calendar.js';

/** At the beginning of a book nothing is known of anybody: what is scored in its first 60 days (a quarter of it at most) teaches habits, no corrections. */
const warmUpDays = 60;

export interface Trained {
  readonly model: LatenessModel;
  /** How the book pays, as known on each day. */
  readonly book: BookHabit;
}

/**
 * Fits the lateness model on what was known of a book on a day (a day number): `book()` gives the histories of its customers,
 * one after another, and is asked twice or three times. Null when no invoice had been scored by then.
 * Example: the tests fit it on customers whose habits are known.
 */
export function trainLateness(book: () => Iterable<History>, settings: TrainingSettings): Trained | null {
  return finish(trainingLateness(book, settings));
}

export interface TrainingSettings {
  readonly knownOn: number;
  readonly scoreAt: ScoreAt;
  readonly calendar: WorkingCalendar;
}

/** The same in steps: of a large book it takes a minute. */
export function* trainingLateness(
  book: () => Iterable<History>,
  { knownOn, scoreAt, calendar }: TrainingSettings,
): Steps<Trained | null> {
  const settings = latenessSettings(scoreAt, scoreAt === 'issue' ? longestTerms(book, knownOn) : scoreAt.daysBeforeDue);
  const habit = new BookHabit(settings, calendar);
  let invoiceDays = 0;
  let leftOut = 0;
  let customers = 0;
  for (const history of book()) {
    habit.add(inScoringOrder(settings, history).filter(teaches), Number.POSITIVE_INFINITY);
    for (const invoice of history) {
      const day = scoringDay(scoreAt, invoice);
      if (day > knownOn || isUnheardOf(invoice, knownOn)) continue;
      invoiceDays += Math.max(0, Math.min(invoice.dueOn, knownOn, lastSeen(asKnownOn(invoice, knownOn))) - day + 1);
      if (!teaches(invoice)) leftOut++;
    }
    yield { doing: 'learning habits', done: ++customers, of: 0 };
  }
  habit.close();
  if (!(habit.firstDay <= knownOn)) return null;
  const warm = habit.firstDay + Math.min(warmUpDays, Math.floor((knownOn - habit.firstDay) / 4));
  const fit = new LatenessFit(settings, calendar, knownOn, Math.ceil(invoiceDays / mostInvoiceDays));
  const walk = new ScoringWalk(settings, habit, calendar, fitReach);
  let walked = 0;
  for (const history of book()) {
    const known = inScoringOrder(settings, history).filter(
      (invoice) => scoringDay(scoreAt, invoice) <= knownOn && !isUnheardOf(invoice, knownOn),
    );
    for (const found of walk.customer(known)) if (found.day >= warm && teaches(found.invoice)) fit.add(found);
    yield { doing: 'reading histories', done: ++walked, of: customers };
  }
  return { model: yield* fit.model({ from: dayOf(habit.firstDay), leftOut }), book: habit };
}

function longestTerms(book: () => Iterable<History>, knownOn: number): number {
  let longest = 0;
  for (const history of book()) {
    for (const invoice of history) {
      if (invoice.issuedOn > knownOn || isUnheardOf(invoice, knownOn)) continue;
      longest = Math.max(longest, Math.min(invoice.dueOn - invoice.issuedOn, mostLead));
    }
  }
  return longest;
}
