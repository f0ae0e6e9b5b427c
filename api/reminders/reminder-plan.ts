import {
  dayInWords,
  isMessage,
  type LeftOutStep,
  type PlannedContact,
  type ReminderChannel,
  type ReminderInvoice,
} from '../../analytics/index.js';
import { chosenTemplate, drawnTemplate, type KeptTemplate, situationOf } from './templates/template-choice.js';
import { languageOf } from './templates/template-words.js';

/** An open invoice, with what decides whether it is reminded and what the message says. */
export interface DueInvoice extends ReminderInvoice {
  customerName: string;
  number: string;
  currency: string;
  contactName: string | null;
  /** Who looks after the customer. */
  managerName: string | null;
}

/** All that is said to one contact on a day. */
export interface Message {
  on: string;
  channel: ReminderChannel;
  /** Whom it is addressed to; its invoices may be those of others of the group. */
  customerId: number;
  recipient: string;
  contactName: string | null;
  customerName: string;
  customerNumber: string;
  managerName: string | null;
  country: string | null;
  /** The words of a message; null for a call. */
  template: KeptTemplate | null;
  invoices: DueInvoice[];
  lines: {
    customerId: number;
    invoiceId: number;
    dueOn: string;
    openMinor: number;
    step: string;
    offsetDays: number;
  }[];
}

export interface LeftOut extends LeftOutStep<DueInvoice> {
  sentence: string;
}

export function messageOf(
  on: string,
  { customerId, channel, recipient, lines }: PlannedContact<DueInvoice>,
  templates: readonly KeptTemplate[],
): Message {
  const own = lines.find(({ invoice }) => invoice.customerId === customerId)?.invoice;
  if (!own) throw new RangeError('a message needs an invoice');
  const { contactName, customerName, customerNumber, managerName, country } = own;
  const invoices = [...new Map(lines.map(({ invoice }) => [invoice.invoiceId, invoice])).values()];
  const overdue = invoices.filter(({ dueOn }) => dueOn < on).length;
  const of = {
    language: languageOf(country),
    situation: situationOf(overdue, invoices.length - overdue),
    steps: lines.map(({ step }) => step.key),
  };
  return {
    on,
    channel,
    customerId,
    recipient,
    contactName,
    customerName,
    customerNumber,
    managerName,
    country,
    template: isMessage(channel) ? drawnTemplate(chosenTemplate(templates, of), customerNumber) : null,
    invoices,
    lines: lines.map(({ invoice: { customerId, invoiceId, dueOn, openMinor }, step }) => ({
      customerId,
      invoiceId,
      dueOn,
      openMinor,
      step: step.key,
      offsetDays: step.offsetDays,
    })),
  };
}

const upTo = (until: string | null) => (until === null ? '' : ` until ${dayInWords(until)}`);

/** Why a step of an invoice is not said, in words, and what to do. */
export const whyNotInWords = ({ invoice, step, reason, until }: LeftOutStep<DueInvoice>): string =>
  sentences[reason](invoice, upTo(until), addressWords[step.channel]);

const addressWords: Record<ReminderChannel, string> = {
  email: 'e-mail address',
  sms: 'telephone number that takes text messages',
  letter: 'postal address',
  call: 'telephone number',
};

const sentences: Record<LeftOutStep<DueInvoice>['reason'], (of: DueInvoice, until: string, address: string) => string> =
  {
    already_sent: ({ number }) => `${number} was reminded of this due day already.`,
    paid: ({ number }) => `${number} is settled.`,
    insolvency: ({ customerName }) => `${customerName} is insolvent: nothing goes out by itself.`,
    breathing_space: ({ customerName }, until) => `${customerName} has breathing space${until}: no contact.`,
    legal: ({ number }, until) => `${number} is with lawyers${until}.`,
    customer_left_out: ({ customerName }) => `${customerName} was left out of reminders by a person.`,
    disputed: ({ number }, until) => `${number} is contested${until}: settle the dispute first.`,
    on_plan: ({ number }, until) => `${number} is on a payment plan${until}.`,
    promised: ({ number }, until) => `Payment of ${number} is promised${until}.`,
    opted_out: ({ customerName }) => `${customerName} asked to be spoken to in another way.`,
    complained: ({ customerName }) =>
      `${customerName} marked our mail as unwanted: a person speaks to them before the next.`,
    bounced: ({ customerName }) => `Mail to ${customerName} came back: ask for the right address.`,
    replied: ({ customerName }, until) => `${customerName} has answered: read it first. Reminders rest${until}.`,
    paused: ({ customerName }, until) => `Reminders of ${customerName} rest${until}: a person paused them.`,
    on_hold: ({ customerName }) => `Orders of ${customerName} are on hold: a person speaks to them.`,
    contact_missing: ({ customerName }, _, address) => `${customerName} has no ${address}: add a contact with one.`,
    value_missing: ({ customerName }) => `The template needs something that is not known of ${customerName}.`,
    cash_feed_old: () => 'The newest payments are too old to tell who has paid: import those of the bank first.',
    held_out: ({ customerName }) => `${customerName} is held out, so that we learn what reminders do.`,
    issued_later: ({ number }) => `${number} was issued after the day of this step.`,
    too_late: ({ number }) => `The day of this step of ${number} is over.`,
    later_step: ({ number }) => `A later step speaks of ${number}.`,
    gap: ({ customerName }, until) =>
      `${customerName} had a message a few days ago: the next is not before${until.replace(' until', '')}.`,
    day_of_rest: ({ customerName }, until) => `It is a day of rest where ${customerName} is: nothing goes out${until}.`,
  };
