import { Injectable } from '@nestjs/common';
import { FEWEST_IN_AN_ARM, holdoutSampleSize, type PaidByDue } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import { Sql } from '../shared/sql.js';
import { deliveryJobKey, MOST_ATTEMPTS, SEND_DELIVERY } from './reminders.service.js';
import type { ReminderSending, ReminderSendingInput, ReminderUplift } from './sending.view.js';
import { armsOf, type TrialRow, toldOf, trialOutcomes } from './trial-outcomes.js';

const columns = `is_stopped as "isStopped", is_automatic as "isAutomatic", reason, changed_by as "changedBy", changed_at as "changedAt"`;

@Injectable()
export class SendingService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  async sending(): Promise<ReminderSending> {
    const row = await this.sql.one<ReminderSending>(`select ${columns} from reminder_sending`);
    if (!row) throw new Error('the table reminder_sending has lost its row');
    return row;
  }

  /** Stopping holds back what waits; going on hands it over again, and each message is looked at once more. */
  async set({ isStopped, isAutomatic, reason }: ReminderSendingInput): Promise<ReminderSending> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<ReminderSending>(`select ${columns} from reminder_sending for update`);
      const before = rows[0];
      await client.query(
        'update reminder_sending set is_stopped = $1, is_automatic = $2, reason = $3, changed_by = $4, changed_at = $5',
        [isStopped, isAutomatic, reason ?? null, caller().name, this.clock.now()],
      );
      if (before?.isStopped && !isStopped) {
        const waiting = await client.query<{ customerId: number; id: number }>(
          `select customer_id as "customerId", id from delivery where state = 'queued' and channel in ('email', 'sms')`,
        );
        for (const key of waiting.rows)
          await this.jobs.enqueue(client, SEND_DELIVERY, key, {
            jobKey: deliveryJobKey(key.customerId, key.id),
            attempts: MOST_ATTEMPTS,
          });
      }
      await this.audit.record(client, {
        action: isStopped ? 'stopped reminders' : 'let reminders go out',
        subjectType: 'book',
        subjectId: null,
        before: { isStopped: before?.isStopped, isAutomatic: before?.isAutomatic },
        after: { isStopped, isAutomatic },
        reason,
      });
    });
    return this.sending();
  }

  /** Of a campaign, over invoices that have fallen due; by customers, since customers were drawn. */
  async uplift(campaignId: string, lift: number): Promise<ReminderUplift> {
    const key = keyOf(campaignId);
    const rows = await this.sql.rows<TrialRow>(trialOutcomes, [key, this.clock.today()]);
    const campaign = await this.sql.one<{ stoppedAt: Date | null }>(
      'select stopped_by_trial_at as "stoppedAt" from campaign where id = $1',
      [key],
    );
    const { treated, control } = armsOf(rows);
    const heldOut = armOf(control);
    const without = heldOut.invoices === 0 ? 0.67 : heldOut.paidByDue / heldOut.invoices;
    const from = Math.min(Math.max(without, 0.01), 0.98);
    const to = Math.min(from + lift, 0.99);
    return {
      reminded: armOf(treated),
      heldOut,
      ...toldOf({ treated, control }),
      fewestCustomers: FEWEST_IN_AN_ARM,
      stoppedAt: campaign?.stoppedAt ?? null,
      shareWithout: from,
      shareLookedFor: to,
      customersNeeded: holdoutSampleSize({ from, to }),
    };
  }
}

const armOf = (rows: readonly PaidByDue[]) => ({
  customers: rows.length,
  invoices: rows.reduce((sum, { n }) => sum + n, 0),
  paidByDue: rows.reduce((sum, { paid }) => sum + paid, 0),
});
