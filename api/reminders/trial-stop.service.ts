import { Injectable } from '@nestjs/common';
import { trialAnswer } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { armsOf, type TrialRow, trialOutcomes } from './trial-outcomes.js';

const REASON = 'Customers who were reminded pay by the due day less often than those held out.';

/** Stops all sending on the day on which the trial of the campaign shows that it harms; a person lets it go on. */
@Injectable()
export class TrialStop {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async stopWhatHarms(): Promise<void> {
    await this.sql.transaction(async (client) => {
      const now = this.clock.now();
      const campaigns = await client.query<{ id: number }>(
        `select id from campaign where state = 'active' and stopped_by_trial_at is null for update`,
      );
      const id = campaigns.rows[0]?.id;
      if (id === undefined) return;
      const { rows } = await client.query<TrialRow>(trialOutcomes, [id, this.clock.today()]);
      const { verdict, interval } = trialAnswer(armsOf(rows));
      if (verdict !== 'harms') return;
      await client.query('update campaign set stopped_by_trial_at = $2 where id = $1', [id, now]);
      const sending = await client.query<{ was: boolean }>('select is_stopped as was from reminder_sending for update');
      await client.query(
        `update reminder_sending set is_stopped = true, reason = $1, changed_by = 'the program', changed_at = $2`,
        [REASON, now],
      );
      await this.audit.record(client, {
        action: 'stopped reminders',
        subjectType: 'book',
        subjectId: null,
        before: { isStopped: sending.rows[0]?.was },
        after: { isStopped: true },
        reason: REASON,
        details: { campaignId: id, interval },
      });
    });
  }
}
