import { type Day, dayNumber, dayOf } from '../calendar.js';
import { mustBeWhole, mustNotBeNegative } from '../guards.js';
import type { Allocation } from '../history.js';

/** What counts as a default: dated data, kept by whoever runs the installation. */
export interface DefaultDefinition {
  readonly from: Day;
  /** Undisputed and so many days past due. */
  readonly daysPastDue: number;
  /** Less than this, past due or written off, is no default. Minor units, in the currency of the amounts. */
  readonly floorMinor: number;
  readonly countsInsolvency: boolean;
  readonly countsWriteOff: boolean;
  readonly countsHandedOver: boolean;
  readonly source: string;
}

export type DefaultCause = 'past due' | 'insolvency' | 'write-off' | 'handed over';

/** What is known of one customer. Amounts in minor units of one currency. */
export interface DefaultFacts {
  /** Undisputed invoices with what was ever allocated to them. */
  readonly undisputed: readonly {
    readonly dueOn: Day;
    readonly amountMinor: number;
    readonly allocations: readonly Allocation[];
  }[];
  readonly writeOffs: readonly { readonly on: Day; readonly amountMinor: number }[];
  readonly insolventOn: Day | null;
  /** To an agency or to court. */
  readonly handedOverOn: Day | null;
}

export interface DefaultEvent {
  readonly on: Day;
  readonly cause: DefaultCause;
}

/**
 * The first day on which each part of a definition of default was met, the earliest first; empty when none was by the
 * day. Refuses negative amounts and fractions.
 * Past due: the first day on which what is open of undisputed invoices, each so many days past due, reaches the floor.
 * Written off: the first day by which as much was. The other two: their days. Usual in trade credit (Basel’s 90 days with
 * a floor); the floor is a convention.
 * Example: 500.00 due 1 January and never paid, 90 days, floor 100.00: past due on 1 April.
 */
export function defaultEvents(facts: DefaultFacts, definition: DefaultDefinition, asOf: Day): DefaultEvent[] {
  const events: DefaultEvent[] = [];
  const add = (cause: DefaultCause, on: Day | null) => {
    if (on !== null && on <= asOf) events.push({ on, cause });
  };
  add('past due', pastDueOn(facts.undisputed, definition));
  if (definition.countsWriteOff) add('write-off', writtenOffOn(facts.writeOffs, definition.floorMinor));
  if (definition.countsInsolvency) add('insolvency', facts.insolventOn);
  if (definition.countsHandedOver) add('handed over', facts.handedOverOn);
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What is open can only reach the floor on a day on which an invoice grows old enough. */
function pastDueOn(invoices: DefaultFacts['undisputed'], { daysPastDue, floorMinor }: DefaultDefinition): Day | null {
  mustNotBeNegative('The days past due of a default', daysPastDue);
  const old = invoices
    .map((invoice) => ({ ...invoice, oldOn: dayNumber(invoice.dueOn) + daysPastDue }))
    .sort((a, b) => a.oldOn - b.oldOn);
  for (const { oldOn } of old) {
    const open = old.filter((one) => one.oldOn <= oldOn).reduce((sum, one) => sum + openOn(one, oldOn), 0);
    if (open > 0 && open >= floorMinor) return dayOf(oldOn);
  }
  return null;
}

function openOn({ amountMinor, allocations }: DefaultFacts['undisputed'][number], day: number): number {
  mustBeWhole('The amount of an invoice', amountMinor);
  mustNotBeNegative('The amount of an invoice', amountMinor);
  return allocations.reduce(
    (open, { on, amountMinor: part }) => (dayNumber(on) <= day ? open - part : open),
    amountMinor,
  );
}

function writtenOffOn(writeOffs: DefaultFacts['writeOffs'], floorMinor: number): Day | null {
  let sum = 0;
  for (const { on, amountMinor } of [...writeOffs].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    mustNotBeNegative('An amount written off', amountMinor);
    sum += amountMinor;
    if (sum > 0 && sum >= floorMinor) return on;
  }
  return null;
}

/**
 * How many defaults it takes before points may be fitted instead of set by judgment: so many for each figure that is
 * fitted. The literature asks for 10 to 20; 20, since a scorecard that is wrong by chance costs more than waiting.
 * Example: six factors and the base are seven figures: 140 defaults.
 */
export function defaultsNeeded(factors: number, forEach = 20): number {
  mustBeWhole('The number of factors', factors);
  mustNotBeNegative('The number of factors', factors);
  return (factors + 1) * forEach;
}
