/** An open invoice that falls due so many days after the day of the plan, with what decides whether it is reminded. */
export interface DueInvoice {
  customerId: number;
  invoiceId: number;
  customerName: string;
  customerNumber: string;
  number: string;
  dueOn: string;
  currency: string;
  openMinor: number;
  recipient: string | null;
  contactName: string | null;
  isLeftOut: boolean;
  isDisputed: boolean;
  isOnHold: boolean;
  alreadyReminded: boolean;
}

export type NotRemindedKey =
  | 'customer_left_out'
  | 'contact_missing'
  | 'paused'
  | 'disputed'
  | 'already_sent'
  | 'on_hold';

export interface Message {
  customerId: number;
  recipient: string;
  contactName: string | null;
  customerName: string;
  customerNumber: string;
  invoices: DueInvoice[];
}

export interface LeftOut {
  invoice: DueInvoice;
  reason: NotRemindedKey;
  sentence: string;
}

/** The step of the ladder there is so far: a friendly word a week before the due day. */
export const PRE_DUE_STEP = { key: 'T-7', daysBeforeDue: 7 } as const;

/** Why an invoice gets no reminder, the first that holds; null when it gets one. */
function whyNot(invoice: DueInvoice): [NotRemindedKey, string] | null {
  if (invoice.alreadyReminded) return ['already_sent', `${invoice.number} was reminded of this due day already.`];
  if (invoice.isLeftOut) return ['customer_left_out', `${invoice.customerName} was left out of reminders by a person.`];
  if (invoice.isDisputed) return ['disputed', `${invoice.number} is contested: settle the dispute first.`];
  if (invoice.isOnHold) return ['on_hold', `Orders of ${invoice.customerName} are on hold: a person speaks to them.`];
  if (!invoice.recipient)
    return ['contact_missing', `${invoice.customerName} has no e-mail address: add a contact with one.`];
  return null;
}

/** One message to each customer over all its invoices that fall due, and why the others get none: a function of the ledger and the day. */
export function reminderPlan(invoices: readonly DueInvoice[]): { messages: Message[]; leftOut: LeftOut[] } {
  const messages = new Map<number, Message>();
  const leftOut: LeftOut[] = [];
  for (const invoice of invoices) {
    const reason = whyNot(invoice);
    if (reason) {
      leftOut.push({ invoice, reason: reason[0], sentence: reason[1] });
      continue;
    }
    const { customerId, recipient, contactName, customerName, customerNumber } = invoice;
    const message = messages.get(customerId) ?? {
      customerId,
      recipient: recipient as string,
      contactName,
      customerName,
      customerNumber,
      invoices: [],
    };
    message.invoices.push(invoice);
    messages.set(customerId, message);
  }
  return { messages: [...messages.values()], leftOut };
}
