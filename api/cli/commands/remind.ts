import { countInWords } from '../../../analytics/index.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { BookService } from '../../ledger/book.service.js';
import { DeliveriesService } from '../../reminders/deliveries.service.js';
import type { LeftOut } from '../../reminders/reminder-plan.js';
import { RemindersService } from '../../reminders/reminders.service.js';
import { day, type Run } from '../usage.js';
import { withApp } from '../with-app.js';

/** Of what is left out, so many are told in words. */
const SHOWN = 20;

const invoicesOf = (leftOut: LeftOut[]) => new Set(leftOut.map(({ invoice }) => invoice.invoiceId)).size;

export const run: Run = async (values) => {
  const given = day(values.on, '--on');
  return withApp(async (app) => {
    const on = app.get(BookService).asOf(given);
    const reminders = app.get(RemindersService);
    const plan = await reminders.plan(on);
    const counted = {
      queued: 0,
      calls: plan.calls.length,
      alreadySent: invoicesOf(plan.leftOut.filter(({ reason }) => reason === 'already_sent')),
      leftOut: invoicesOf(plan.leftOut.filter(({ reason }) => reason !== 'already_sent')),
    };
    const done = values['dry-run'] ? counted : await reminders.send(on, values.now === true);
    if (!values['dry-run']) await app.get(Jobs).drain();
    const waiting = values['dry-run'] ? 0 : await app.get(DeliveriesService).waiting(on);
    if (values.json) {
      const messages = plan.messages.map((message) => ({
        customerNumber: message.customerNumber,
        to: message.recipient,
        subject: reminders.textOf(message).subject,
        invoices: message.invoices.map(({ number, dueOn, currency, openMinor }) => ({
          number,
          dueOn,
          currency,
          openMinor,
        })),
      }));
      const notReminded = plan.leftOut.map(({ invoice, step, reason, sentence }) => ({
        invoice: invoice.number,
        step: step.key,
        reason,
        sentence,
      }));
      console.log(
        JSON.stringify({
          on,
          dryRun: values['dry-run'] === true,
          queued: done.queued,
          calls: done.calls,
          waiting,
          alreadySent: done.alreadySent,
          leftOut: done.leftOut,
          messages,
          notReminded,
        }),
      );
    } else {
      const verb = values['dry-run'] ? 'would go out' : 'went out';
      const messages = values['dry-run'] ? plan.messages.length : done.queued;
      // Of what another program queued meanwhile nobody here knows the invoices.
      const about =
        messages > 0 && messages === plan.messages.length
          ? `, about ${countInWords(plan.invoiceCount, 'invoice')}`
          : '';
      console.log(
        `${on}: ${countInWords(messages, 'message')} ${verb}${about}. Reminded of before: ${countInWords(done.alreadySent, 'invoice')}. Left out: ${countInWords(done.leftOut, 'invoice')}.`,
      );
      if (waiting > 0)
        console.log(
          `  ${countInWords(waiting, 'message')} of it will go out in the hours of their recipients, while the program runs.`,
        );
      for (const { invoice, step, sentence } of plan.leftOut.slice(0, SHOWN))
        console.log(`  ${invoice.number}, ${step.key}: ${sentence}`);
      if (plan.leftOut.length > SHOWN)
        console.log(`  … and ${plan.leftOut.length - SHOWN} more: --json has them all, and so has the page Reminders.`);
    }
    return 0;
  });
};
