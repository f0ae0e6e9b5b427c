import { addDays, type Day, dayNumber } from '../calendar.js';
import { type Campaign, isMessage, type ReminderChannel, type ReminderStep, reminderChannels } from './campaign.js';
import { businessDaysOn } from './days-worked-out.js';
import {
  isFor,
  type NotRemindedReason,
  openingDay,
  type ReminderDay,
  type ReminderInvoice,
  recipientOf,
  stepState,
} from './reminder-step-state.js';

/** One message, or one call, to one contact: all that is to be said that day. */
export interface PlannedContact<Invoice extends ReminderInvoice> {
  /** Whom it is addressed to: of a group that is written to together its head, or the customer we have known longest. */
  customerId: number;
  channel: ReminderChannel;
  /** E-mail address, telephone number or postal address. */
  recipient: string;
  lines: { invoice: Invoice; step: ReminderStep }[];
}

export interface LeftOutStep<Invoice extends ReminderInvoice> {
  invoice: Invoice;
  step: ReminderStep;
  reason: NotRemindedReason;
  until: Day | null;
}

export interface PlanOfReminders<Invoice extends ReminderInvoice> {
  contacts: PlannedContact<Invoice>[];
  leftOut: LeftOutStep<Invoice>[];
}

/** Beyond so many days from its own, a step is neither said nor missed: holidays, gap and making up fit within. */
const REACH_DAYS = 30;
/** What is over or never was is no news on the page of a day. */
const isNoNews = (reason: NotRemindedReason) =>
  reason === 'too_late' || reason === 'later_step' || reason === 'issued_later' || reason === 'paid';

/** The due days that a day's plan may speak of. */
export function dueDaysOfPlan({ steps }: Campaign, on: Day): { from: Day; until: Day } {
  const offsets = steps.map(({ offsetDays }) => offsetDays);
  return {
    from: addDays(on, -Math.max(0, ...offsets) - REACH_DAYS),
    until: addDays(on, -Math.min(0, ...offsets) + REACH_DAYS),
  };
}

/**
 * What is to be said on a day, one message and one call a contact over all its invoices, and what would be and is not,
 * with the reason. Companies of a group that share an address are one contact by e-mail, if the campaign says so and the
 * same person of ours looks after them. A function of ledger, campaign and day alone.
 * Our convention. Example: three invoices of one customer that fall due in a week are one message with three lines.
 */
export function planOfReminders<Invoice extends ReminderInvoice>(
  invoices: readonly Invoice[],
  of: ReminderDay,
): PlanOfReminders<Invoice> {
  const contacts = new Map<string, PlannedContact<Invoice>>();
  const leftOut: LeftOutStep<Invoice>[] = [];
  const today = dayNumber(of.on);
  for (const invoice of invoices) {
    const fromDue = today - dayNumber(invoice.dueOn);
    for (const step of of.campaign.steps) {
      if (Math.abs(fromDue - step.offsetDays) > REACH_DAYS) continue;
      if (!isFor(step.audience, invoice)) continue;
      const seen = stepState(step, invoice, of);
      if (seen.state === 'planned' && seen.on === of.on) {
        const recipient = recipientOf(step.channel, invoice) as string;
        const key =
          of.campaign.groupsTogether && step.channel === 'email'
            ? `group ${invoice.groupId} ${invoice.ownerId} ${recipient.toLowerCase()}`
            : `${invoice.customerId} ${step.channel}`;
        const contact = contacts.get(key) ?? {
          customerId: invoice.customerId,
          channel: step.channel,
          recipient,
          lines: [],
        };
        contact.lines.push({ invoice, step });
        contact.customerId = addressee(contact.customerId, invoice);
        contacts.set(key, contact);
        continue;
      }
      const why = whyNotToday(seen, step, invoice, of);
      if (why) leftOut.push({ invoice, step, ...why });
    }
  }
  const { said, waiting } = oneMessageEach([...contacts.values()]);
  const until = addDays(of.on, of.campaign.gapDays);
  for (const { lines } of waiting) leftOut.push(...lines.map((line) => ({ ...line, reason: 'gap' as const, until })));
  return { contacts: said, leftOut };
}

const addressee = (before: number, { customerId, groupId }: ReminderInvoice): number =>
  before === groupId || customerId === groupId ? groupId : Math.min(before, customerId);

/** Every customer that a message speaks to. */
export const customersOf = ({ lines }: Pick<PlannedContact<ReminderInvoice>, 'lines'>): number[] => [
  ...new Set(lines.map(({ invoice }) => invoice.customerId)),
];

/** One message a customer and day over all channels: by e-mail before by text, by text before by letter. Calls are none. */
function oneMessageEach<Invoice extends ReminderInvoice>(contacts: readonly PlannedContact<Invoice>[]) {
  const chosen = new Map<number, ReminderChannel>();
  for (const contact of contacts) {
    const { channel } = contact;
    if (!isMessage(channel)) continue;
    for (const customerId of customersOf(contact)) {
      const other = chosen.get(customerId);
      if (other === undefined || reminderChannels.indexOf(channel) < reminderChannels.indexOf(other))
        chosen.set(customerId, channel);
    }
  }
  const isSaid = ({ customerId, channel }: PlannedContact<Invoice>) =>
    !isMessage(channel) || chosen.get(customerId) === channel;
  return { said: contacts.filter(isSaid), waiting: contacts.filter((contact) => !isSaid(contact)) };
}

/** Whether a step that is not said today would have been, and why it is not. */
function whyNotToday(
  seen: ReturnType<typeof stepState>,
  step: ReminderStep,
  invoice: ReminderInvoice,
  of: ReminderDay,
): { reason: NotRemindedReason; until: Day | null } | null {
  if (seen.state === 'sent') return seen.on === of.on ? { reason: 'already_sent', until: null } : null;
  if (seen.state === 'not_sent') {
    if (isNoNews(seen.reason)) return null;
    return hasOpened(step, invoice, of) ? { reason: seen.reason, until: seen.until } : null;
  }
  if (!hasOpened(step, invoice, of)) return null;
  const isRest = businessDaysOn(of.on, 0, of.holidays(invoice.country)) !== of.on;
  return { reason: isRest ? 'day_of_rest' : 'gap', until: seen.on };
}

/** Its day has come: without any obstacle it would be planned for today, or for the business day after a rest. */
function hasOpened(step: ReminderStep, invoice: ReminderInvoice, of: ReminderDay): boolean {
  const opening = openingDay(step, invoice, of.holidays(invoice.country));
  if (opening === null || opening > of.on) return false;
  const free = {
    ...invoice,
    isLeftOut: false,
    isDisputed: false,
    isOnHold: false,
    isInsolvent: false,
    pauses: [],
    lastMessageOn: null,
    mailState: null,
    recipient: 'x',
    phone: 'x',
    mobile: 'x',
    postalAddress: 'x',
    said: [],
  };
  const { campaign } = of;
  const seen = stepState(step, free, { ...of, cashFeedOn: null, campaign: { ...campaign, holdoutShare: 0 } });
  return seen.state === 'planned' && seen.on === businessDaysOn(of.on, 0, of.holidays(invoice.country));
}

/** What a campaign would say over the days to come, were the ledger to stay as it is. */
export function runOfReminders<Invoice extends ReminderInvoice>(
  invoices: readonly Invoice[],
  of: ReminderDay,
  days: number,
): { on: Day; contacts: PlannedContact<Invoice>[] }[] {
  let ledger = invoices;
  return Array.from({ length: days }, (_, i) => {
    const on = addDays(of.on, i);
    const { contacts } = planOfReminders(ledger, { ...of, on, cashFeedOn: null });
    ledger = afterwards(ledger, contacts, on);
    return { on, contacts };
  });
}

function afterwards<Invoice extends ReminderInvoice>(
  ledger: readonly Invoice[],
  contacts: readonly PlannedContact<Invoice>[],
  on: Day,
): readonly Invoice[] {
  if (contacts.length === 0) return ledger;
  const written = new Set(contacts.filter(({ channel }) => isMessage(channel)).flatMap(customersOf));
  const said = new Map<number, { step: string; channel: ReminderChannel; on: Day }[]>();
  for (const { channel, lines } of contacts) {
    for (const { invoice, step } of lines)
      said.set(invoice.invoiceId, [...(said.get(invoice.invoiceId) ?? []), { step: step.key, channel, on }]);
  }
  return ledger.map((invoice) => {
    const lines = said.get(invoice.invoiceId);
    if (!lines && !written.has(invoice.customerId)) return invoice;
    return {
      ...invoice,
      said: [...invoice.said, ...(lines ?? [])],
      lastMessageOn: written.has(invoice.customerId) ? on : invoice.lastMessageOn,
    };
  });
}
