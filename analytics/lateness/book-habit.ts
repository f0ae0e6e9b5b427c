import type { HistoryInvoice } from '../history.js';
import { type LatenessSettings, scoringDay } from './lateness-settings.js';
import { delays, lastDay } from './payment-curve.js';
import { asKnownOn, lastSeen, wasLate } from './what-was-seen.js';
import { dayKinds, type WorkingCalendar } from './working-calendar.js';

/** What the book as a whole does, as known on a day. */
export interface BookCurve {
  /** Chance of payment by day of the curve. */
  readonly chances: Float64Array;
  /** The same by kind of the due day, kind after kind. */
  readonly byDueKind: Float64Array;
  readonly lateShare: number;
  readonly late7Share: number;
  readonly late30Share: number;
}

/** Weights are worked out against one day, so that old ones need no second look: any day near the data serves. */
export const weightDay = 18_262;

/**
 * How the customers of a book pay on average, day by day from the due day, as known on any past day: each customer's
 * invoices weigh one over the root of their number, so that one large customer is not the book.
 * Kept by week: a day sees the weeks that were over before it.
 */
export class BookHabit {
  private readonly weeks = new Map<number, Week>();
  private readonly known: { week: number; curve: BookCurve }[] = [];
  private readonly width: number;
  private nothing: BookCurve | undefined;
  /** The first scoring day of the book. */
  firstDay = Number.POSITIVE_INFINITY;

  constructor(
    private readonly settings: LatenessSettings,
    private readonly calendar: WorkingCalendar,
  ) {
    this.width = settings.lead + lastDay + 1;
  }

  /** Adds one customer's invoices, in order of their scoring days. Days after `knownOn` are not looked at. */
  add(invoices: readonly HistoryInvoice[], knownOn: number): void {
    const { lead, halfLife, scoreAt } = this.settings;
    invoices.forEach((invoice, earlier) => {
      const { dueOn, settledOn } = invoice;
      const scoredOn = scoringDay(scoreAt, invoice);
      this.firstDay = Math.min(this.firstDay, scoredOn);
      const weight = 2 ** ((dueOn - weightDay) / halfLife) / Math.sqrt(earlier + 1);
      const at = this.calendar.kind(dueOn) * this.width - dueOn + lead;
      // Each day counts in the week in which it became known: what was booked late is open until then, and taken back.
      const heardOf = invoice.knownOn ?? 0;
      const booked = invoice.endKnownOn ?? 0;
      const last = lastSeen(invoice);
      const add = (to: 'open' | 'paid', day: number, known: number, sign: 1 | -1) => {
        const told = Math.max(day, known, heardOf);
        if (told > knownOn) return;
        const sums = this.week(told)[to];
        sums[at + day] = (sums[at + day] as number) + sign * weight;
      };
      const end = Math.min(Math.max(last, booked - 1), dueOn + lastDay);
      for (let day = Math.max(scoredOn, dueOn - lead); day <= end; day++) {
        if (day > knownOn) break;
        add('open', day, 0, 1);
        if (day > last) add('open', day, booked, -1);
        if (day === settledOn) add('paid', day, booked, 1);
      }
      for (const [i, days] of delays.entries()) {
        const count = (told: number, late: boolean | null, sign: 1 | -1) => {
          if (told > knownOn || late === null) return;
          const { due, late: counted } = this.week(told);
          due[i] = (due[i] as number) + sign;
          if (late) counted[i] = (counted[i] as number) + sign;
        };
        const told = Math.max(dueOn + days + 1, heardOf);
        const then = asKnownOn(invoice, told);
        count(told, wasLate(then, days), 1);
        if (then === invoice) continue;
        count(booked, wasLate(then, days), -1);
        count(booked, wasLate(invoice, days), 1);
      }
    });
  }

  /** To be called when all customers are added: sums the weeks up. */
  close(): void {
    const { halfLife, pseudo } = this.settings;
    const sum = emptyWeek(this.width);
    for (const number of [...this.weeks.keys()].sort((a, b) => a - b)) {
      addWeek(sum, this.weeks.get(number) as Week);
      const scale = 2 ** (-(7 * (number + 1) - weightDay) / halfLife);
      this.known.push({ week: number, curve: curveOf(sum, scale, this.width, pseudo) });
    }
    this.weeks.clear();
  }

  /** What was known before a day. */
  before(day: number): BookCurve {
    const lastWhole = Math.floor(day / 7) - 1;
    let low = 0;
    let high = this.known.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.known[middle]?.week ?? 0) <= lastWhole) low = middle;
      else high = middle - 1;
    }
    const found = this.known[low];
    if (found && found.week <= lastWhole) return found.curve;
    this.nothing ??= curveOf(emptyWeek(this.width), 1, this.width, this.settings.pseudo);
    return this.nothing;
  }

  /** All that it says, in figures: to be asked again without reading the book. */
  figures(): Float64Array {
    const size = 1 + this.width * (1 + dayKinds) + 3;
    const figures = new Float64Array(1 + this.known.length * size);
    figures[0] = this.firstDay;
    this.known.forEach(({ week, curve }, i) => {
      const { chances, byDueKind, lateShare, late7Share, late30Share } = curve;
      figures.set([week, ...chances, ...byDueKind, lateShare, late7Share, late30Share], 1 + i * size);
    });
    return figures;
  }

  /** What was said in figures, asked again. */
  static of(settings: LatenessSettings, calendar: WorkingCalendar, figures: Float64Array): BookHabit {
    const habit = new BookHabit(settings, calendar);
    const { width } = habit;
    const size = 1 + width * (1 + dayKinds) + 3;
    habit.firstDay = figures[0] as number;
    for (let at = 1; at + size <= figures.length; at += size) {
      const shares = at + size - 3;
      habit.known.push({
        week: figures[at] as number,
        curve: {
          chances: figures.slice(at + 1, at + 1 + width),
          byDueKind: figures.slice(at + 1 + width, shares),
          lateShare: figures[shares] as number,
          late7Share: figures[shares + 1] as number,
          late30Share: figures[shares + 2] as number,
        },
      });
    }
    return habit;
  }

  private week(day: number): Week {
    const number = Math.floor(day / 7);
    let week = this.weeks.get(number);
    if (!week) {
      week = emptyWeek(this.width);
      this.weeks.set(number, week);
    }
    return week;
  }
}

interface Week {
  readonly paid: Float64Array;
  readonly open: Float64Array;
  readonly due: Float64Array;
  readonly late: Float64Array;
}

const emptyWeek = (width: number): Week => ({
  paid: new Float64Array(dayKinds * width),
  open: new Float64Array(dayKinds * width),
  due: new Float64Array(3),
  late: new Float64Array(3),
});

function addWeek(sum: Week, { paid, open, due, late }: Week): void {
  for (const [into, from] of [
    [sum.paid, paid],
    [sum.open, open],
    [sum.due, due],
    [sum.late, late],
  ] as const) {
    for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (from[i] as number);
  }
}

/** Where nothing is known yet one open invoice in twenty is paid a day: our convention. */
const anyDay = 0.05;

function curveOf(sum: Week, scale: number, width: number, pseudo: LatenessSettings['pseudo']): BookCurve {
  const chances = new Float64Array(width);
  const byDueKind = new Float64Array(dayKinds * width);
  for (let i = 0; i < width; i++) {
    let paid = 0;
    let open = 0;
    for (let kind = 0; kind < dayKinds; kind++) {
      paid += (sum.paid[kind * width + i] as number) * scale;
      open += (sum.open[kind * width + i] as number) * scale;
    }
    const chance = (paid + pseudo.book * anyDay) / (open + pseudo.book);
    chances[i] = chance;
    for (let kind = 0; kind < dayKinds; kind++) {
      const at = kind * width + i;
      byDueKind[at] =
        ((sum.paid[at] as number) * scale + pseudo.bookDueDay * chance) /
        ((sum.open[at] as number) * scale + pseudo.bookDueDay);
    }
  }
  const share = (i: number, imagined: number, of: number) =>
    ((sum.late[i] as number) + imagined) / ((sum.due[i] as number) + of);
  return {
    chances,
    byDueKind,
    lateShare: share(0, 1, 2),
    late7Share: share(1, 1, 10),
    late30Share: share(2, 0.5, 20),
  };
}
