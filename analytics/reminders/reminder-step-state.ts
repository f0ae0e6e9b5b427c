import { addDays, type Day, dayNumber } from '../calendar.js';
import type { Grade } from '../grade.js';
import {
  type Campaign,
  isMessage,
  type ReminderAudience,
  type ReminderChannel,
  type ReminderStep,
} from './campaign.js';
import { businessDaysOn, stepDay } from './days-worked-out.js';
import { isHeldOut } from './holdout.js';
import { remindedAs } from './reminder-ladder.js';

/** Why reminders of a customer or an invoice rest for a time. */
export const pauseReasons = [
  'dispute',
  'promise',
  'plan',
  'breathing_space',
  'insolvency',
  'legal',
  'bounced',
  'opted_out',
  'replied',
  'by_hand',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why nothing is said. The first that holds is told: what forbids it for good before what a person can mend. */
export type NotRemindedReason =
  | 'already_sent'
  | 'paid'
  | 'insolvency'
  | 'breathing_space'
  | 'legal'
  | 'customer_left_out'
  | 'disputed'
  | 'on_plan'
  | 'promised'
  | 'opted_out'
  | 'complained'
  | 'bounced'
  | 'replied'
  | 'paused'
  | 'on_hold'
  | 'contact_missing'
  | 'value_missing'
  | 'cash_feed_old'
  | 'held_out'
  | 'issued_later'
  | 'too_late'
  | 'later_step'
  | 'gap'
  | 'day_of_rest';

/** What is known of an invoice when reminders are planned. */
export interface ReminderInvoice {
  customerId: number;
  customerNumber: string;
  /** The customer at the head of its group; its own where it has none. */
  groupId: number;
  /** The person of ours who looks after the customer: who sees one of a group need not see another. */
  ownerId: number | null;
  invoiceId: number;
  issuedOn: Day;
  dueOn: Day;
  /** When we learned of it; null: loaded as history. */
  arrivedOn: Day | null;
  /** After payments, credit notes and write-offs. 0: settled. */
  openMinor: number;
  /** The same in the reporting currency; null without a rate. */
  openReportingMinor: number | null;
  recipient: string | null;
  /** Why the recipient is not written to. */
  mailState: 'bounced' | 'complained' | null;
  phone: string | null;
  /** A telephone number that takes text messages; null: none, or no step is one. */
  mobile: string | null;
  postalAddress: string | null;
  country: string | null;
  /** In which it is written to: ISO 639. */
  language: string;
  /** What the customer is in law. */
  entityType: string;
  /** Which group of customers it belongs to; null: none is told. */
  segment: string | null;
  grade: Grade | null;
  /** By which it was agreed to be reminded; null: nothing was agreed. */
  ladder: string | null;
  lateProbability: number | null;
  isNew: boolean;
  isLeftOut: boolean;
  isDisputed: boolean;
  isOnHold: boolean;
  /** A credit check has the customer in an insolvency procedure. */
  isInsolvent: boolean;
  /** Those that hold now, of the invoice or of its customer. */
  pauses: readonly { reason: PauseReason; from: Day; until: Day | null }[];
  /** What was said of it, in the cycle of this due day. */
  said: readonly { step: string; channel: ReminderChannel; on: Day }[];
  /** When this contact last got a message about anything, over whatever channel. */
  lastMessageOn: Day | null;
}

export interface ReminderDay {
  on: Day;
  campaign: Campaign;
  /** Of the country of the recipient. */
  holidays: (country: string | null) => ReadonlySet<Day>;
  /** When payments last came in; null: nothing is known of that. */
  cashFeedOn: Day | null;
}

export type StepState =
  | { state: 'sent'; on: Day }
  | { state: 'planned'; on: Day }
  | { state: 'not_sent'; reason: NotRemindedReason; until: Day | null };

const within = (value: number | null, from: number | undefined, upTo: number | undefined) =>
  (from === undefined && upTo === undefined) ||
  (value !== null && value >= (from ?? Number.NEGATIVE_INFINITY) && value <= (upTo ?? Number.POSITIVE_INFINITY));

/** Whether an invoice is among those a step is for. */
export function isFor(of: ReminderAudience, invoice: ReminderInvoice): boolean {
  return (
    (of.grades === undefined || of.grades.includes(remindedAs(invoice.grade, invoice.ladder))) &&
    within(invoice.lateProbability, of.lateFrom, of.lateUpTo) &&
    within(invoice.openReportingMinor, of.openFromMinor, of.openUpToMinor) &&
    (of.termsFrom === undefined && of.termsUpTo === undefined
      ? true
      : within(dayNumber(invoice.dueOn) - dayNumber(invoice.issuedOn), of.termsFrom, of.termsUpTo)) &&
    (of.countries === undefined || of.countries.includes(invoice.country ?? '')) &&
    (of.languages === undefined || of.languages.includes(invoice.language)) &&
    (of.entityTypes === undefined || of.entityTypes.includes(invoice.entityType)) &&
    (of.segments === undefined || (invoice.segment !== null && of.segments.includes(invoice.segment))) &&
    (of.relation === undefined || (of.relation === 'new') === invoice.isNew)
  );
}

const reasonOfPause: Record<PauseReason, NotRemindedReason> = {
  insolvency: 'insolvency',
  breathing_space: 'breathing_space',
  legal: 'legal',
  dispute: 'disputed',
  plan: 'on_plan',
  promise: 'promised',
  opted_out: 'opted_out',
  bounced: 'bounced',
  replied: 'replied',
  by_hand: 'paused',
};

/** Where a word over a channel goes. */
export function recipientOf(channel: ReminderChannel, invoice: ReminderInvoice): string | null {
  const { recipient, mobile, postalAddress, phone } = invoice;
  return { email: recipient, sms: mobile, letter: postalAddress, call: phone }[channel];
}

/** What keeps a step from being said on a day, whatever the step's own day is. */
function whyNotOn(
  day: Day,
  step: ReminderStep,
  invoice: ReminderInvoice,
  of: ReminderDay,
): [NotRemindedReason, Day | null] | null {
  if (invoice.openMinor <= 0) return ['paid', null];
  if (invoice.isInsolvent) return ['insolvency', null];
  if (invoice.isLeftOut) return ['customer_left_out', null];
  if (invoice.isDisputed) return ['disputed', null];
  const pauses = invoice.pauses.filter(({ from, until }) => from <= day && (until === null || day <= until));
  if (pauses.length > 0) {
    for (const [cause, reason] of Object.entries(reasonOfPause)) {
      const pause = pauses.find((each) => each.reason === cause);
      if (pause) return [reason, pause.until];
    }
  }
  if (invoice.mailState === 'complained' && isMessage(step.channel)) return ['complained', null];
  if (invoice.mailState === 'bounced' && step.channel === 'email') return ['bounced', null];
  if (invoice.isOnHold) return ['on_hold', null];
  if (!recipientOf(step.channel, invoice)) return ['contact_missing', null];
  const { campaign, cashFeedOn } = of;
  if (isHeldOut(invoice, campaign)) return ['held_out', null];
  if (
    campaign.cashFeedDays !== null &&
    cashFeedOn !== null &&
    dayNumber(of.on) - dayNumber(cashFeedOn) > campaign.cashFeedDays
  )
    return ['cash_feed_old', null];
  return null;
}

/** The day of a step: its own, or that of the arrival of an invoice which came after it. Null: issued after it. */
export function openingDay(step: ReminderStep, invoice: ReminderInvoice, holidays: ReadonlySet<Day>): Day | null {
  const own = stepDay(invoice.dueOn, step.offsetDays, holidays);
  if (invoice.issuedOn > own) return null;
  return invoice.arrivedOn !== null && invoice.arrivedOn > own ? invoice.arrivedOn : own;
}

/** The last day on which a step may still be said: before the due day when it speaks of what is to come. */
function lastDay(step: ReminderStep, opening: Day, dueOn: Day, catchUpDays: number, holidays: ReadonlySet<Day>): Day {
  const last = businessDaysOn(opening, catchUpDays, holidays);
  const before = addDays(dueOn, -1);
  return step.offsetDays < 0 && last > before ? before : last;
}

/**
 * What becomes of one step of one invoice, seen from a day: said, to be said on a day, or not, and why.
 * Our convention: a step that was missed is made up for within some business days, never once a later one speaks.
 * Example: due 30 November, nothing said, on 23 November: T-7 is planned for the 23rd, T+3 for 3 December.
 */
export function stepState(step: ReminderStep, invoice: ReminderInvoice, of: ReminderDay): StepState {
  const said = invoice.said.find(({ step: key, channel }) => key === step.key && channel === step.channel);
  if (said) return { state: 'sent', on: said.on };
  const not = (reason: NotRemindedReason, until: Day | null = null): StepState => ({
    state: 'not_sent',
    reason,
    until,
  });
  if (invoice.openMinor <= 0) return not('paid');
  const { on, campaign } = of;
  const holidays = of.holidays(invoice.country);
  const opening = openingDay(step, invoice, holidays);
  if (opening === null) return not('issued_later');
  if (opening <= on && laterStepSpeaks(step, invoice, of, holidays)) return not('later_step');
  const last = lastDay(step, opening, invoice.dueOn, campaign.catchUpDays, holidays);
  if (on > last) return not('too_late');
  const earliest = opening > on ? opening : on;
  const gapEnds =
    isMessage(step.channel) && invoice.lastMessageOn !== null
      ? addDays(invoice.lastMessageOn, campaign.gapDays)
      : earliest;
  const day = businessDaysOn(gapEnds > earliest ? gapEnds : earliest, 0, holidays);
  const why = whyNotOn(day, step, invoice, of);
  if (why) return not(...why);
  if (day > last) return not(gapEnds > earliest ? 'gap' : 'too_late', day);
  return { state: 'planned', on: day };
}

function laterStepSpeaks(
  step: ReminderStep,
  invoice: ReminderInvoice,
  { on, campaign }: ReminderDay,
  holidays: ReadonlySet<Day>,
): boolean {
  return campaign.steps.some((other) => {
    if (
      isMessage(other.channel) !== isMessage(step.channel) ||
      other.offsetDays <= step.offsetDays ||
      !isFor(other.audience, invoice)
    )
      return false;
    if (invoice.said.some((line) => line.step === other.key && line.channel === other.channel)) return true;
    const day = openingDay(other, invoice, holidays);
    return day !== null && day <= on;
  });
}
