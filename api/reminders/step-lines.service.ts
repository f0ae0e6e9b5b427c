import { Injectable } from '@nestjs/common';
import { addDays, isFor, stepState } from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import type { ReminderChannel } from './campaign.view.js';
import type { NotRemindedReason } from './delivery.view.js';
import { keyOfStep } from './plan-pages.js';
import { ReminderPlanner } from './reminder-planner.service.js';
import {
  type ReminderStepLine,
  ReminderStepSort,
  type ReminderStepState,
  type ReminderStepsArgs,
} from './step-line.view.js';

/** Settled ones are told of for so many days: “why did they get none?” is asked soon. */
const SETTLED_FOR_DAYS = 30;

/** The send ledger: a line for every invoice that is open, or was until lately, and every step that is for it. */
@Injectable()
export class StepLinesService {
  constructor(
    private readonly planner: ReminderPlanner,
    private readonly clock: Clock,
  ) {}

  async page({ filter = {}, ...args }: ReminderStepsArgs): Promise<Page<ReminderStepLine>> {
    const on = this.clock.today();
    const { document } = await this.planner.active();
    const [invoices, day] = await Promise.all([
      this.planner.invoices(on, document, {
        from: '0001-01-01',
        until: '9999-12-31',
        settledSince: addDays(on, -SETTLED_FOR_DAYS),
        customerId: filter.customerId === undefined ? undefined : keyOf(filter.customerId),
      }),
      this.planner.day(on, document),
    ]);
    const lines: ReminderStepLine[] = [];
    for (const invoice of invoices) {
      if (!anyHolds(filter.search, invoice.number, invoice.customerName, invoice.customerNumber)) continue;
      for (const step of document.steps) {
        if (!isFor(step.audience, invoice)) continue;
        const seen = stepState(step, invoice, day);
        const reason = seen.state === 'not_sent' ? seen.reason : null;
        if (filter.state !== undefined && seen.state !== filter.state) continue;
        if (filter.reason !== undefined && reason !== filter.reason) continue;
        lines.push({
          of: { invoice, step, reason: reason ?? 'already_sent', until: seen.state === 'not_sent' ? seen.until : null },
          step: step.key,
          channel: step.channel as ReminderChannel,
          state: seen.state as ReminderStepState,
          on: seen.state === 'not_sent' ? null : seen.on,
          reason: reason as NotRemindedReason | null,
        });
      }
    }
    return sortedPage(lines, args, {
      name: 'steps of reminders',
      value: values[args.sort],
      key: ({ of }) => keyOfStep(of),
    });
  }
}

const values: Record<ReminderStepSort, (line: ReminderStepLine) => string> = {
  [ReminderStepSort.ON]: ({ on }) => on ?? '9999-12-31',
  [ReminderStepSort.NAME]: ({ of }) => of.invoice.customerName.toLowerCase(),
  [ReminderStepSort.INVOICE]: ({ of }) => of.invoice.number.toLowerCase(),
};
