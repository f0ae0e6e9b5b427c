import { reminderChannels } from '../../analytics/index.js';
import type { Page } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { NotRemindedReason } from './delivery.view.js';
import type { LeftOut, Message } from './reminder-plan.js';
import {
  type NotRemindedArgs,
  NotRemindedSort,
  PlannedMessageSort,
  type PlannedMessagesArgs,
} from './reminders.inputs.js';

const messageValues: Record<PlannedMessageSort, (message: Message) => string | number> = {
  [PlannedMessageSort.NAME]: ({ customerName }) => customerName.toLowerCase(),
  [PlannedMessageSort.TO]: ({ recipient }) => recipient.toLowerCase(),
  [PlannedMessageSort.INVOICES]: ({ invoices }) => invoices.length,
};

export const pageOfMessages = (messages: readonly Message[], args: PlannedMessagesArgs): Page<Message> =>
  sortedPage(
    messages.filter((of) => anyHolds(args.filter?.search, of.recipient, of.customerName, of.customerNumber)),
    args,
    { name: 'planned messages', value: messageValues[args.sort], key: ({ customerId }) => customerId },
  );

/** What a person can mend stands first. */
const reasons: string[] = Object.values(NotRemindedReason);

const leftOutValues: Record<NotRemindedSort, (leftOut: LeftOut) => string | number> = {
  [NotRemindedSort.NAME]: ({ invoice }) => invoice.customerName.toLowerCase(),
  [NotRemindedSort.INVOICE]: ({ invoice }) => invoice.number.toLowerCase(),
  [NotRemindedSort.REASON]: ({ reason }) => reasons.indexOf(reason),
};

export const pageOfLeftOut = (leftOut: readonly LeftOut[], args: NotRemindedArgs): Page<LeftOut> =>
  sortedPage(
    leftOut.filter(
      ({ invoice, reason }) =>
        (args.filter?.reason === undefined || reason === args.filter.reason) &&
        anyHolds(args.filter?.search, invoice.number, invoice.customerName, invoice.customerNumber),
    ),
    args,
    { name: 'left out of reminders', value: leftOutValues[args.sort], key: keyOfStep },
  );

/** An invoice has several steps; days and channel tell them apart. */
export const keyOfStep = ({ invoice, step }: Pick<LeftOut, 'invoice' | 'step'>): number =>
  (invoice.invoiceId * 256 + step.offsetDays + 128) * 4 + reminderChannels.indexOf(step.channel);
