import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { type DeliveryKey, DeliverySender } from './delivery-sender.service.js';
import { RemindersService, SEND_DELIVERY } from './reminders.service.js';
import { TemplateComparisons } from './templates/comparisons.service.js';
import { TrialStop } from './trial-stop.service.js';

export const SEND_REMINDERS = 'send-reminders';
/** After so long without an answer, a message that was being sent is in doubt. */
const IN_DOUBT_AFTER_MINUTES = 15;

@Injectable()
export class RemindersJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly reminders: RemindersService,
    private readonly sender: DeliverySender,
    private readonly trial: TrialStop,
    private readonly comparisons: TemplateComparisons,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<DeliveryKey>({
      id: SEND_DELIVERY,
      description: 'Sends one queued message.',
      waits: true,
      run: (key) => this.sender.send(key),
    });
    this.jobs.declare<{ on: string }>({
      id: SEND_REMINDERS,
      description: 'Sends what is still to be sent of a day’s reminders.',
      // One that waited over midnight speaks of a day that is over; the next plan has what is left of it.
      run: async ({ on }) => void (on === this.clock.today() && (await this.reminders.send(on))),
    });
    this.jobs.declare({
      id: 'trial-stop',
      description: 'Stops reminders on the day on which their trial shows that they harm.',
      schedule: '45 4 * * *',
      run: () => this.trial.stopWhatHarms(),
    });
    this.jobs.declare({
      id: 'end-comparisons',
      description: 'Ends comparisons of templates on the day on which one is shown to be worse.',
      schedule: '50 4 * * *',
      run: () => this.comparisons.endWhatHarms(),
    });
    this.jobs.declare({
      id: 'reminders-by-themselves',
      description: 'Sends the reminders of today, where somebody switched that on.',
      schedule: '0 5 * * *',
      run: () => this.byThemselves(),
    });
    this.jobs.declare({
      id: 'deliveries-in-doubt',
      description: 'Marks messages whose sending was cut off as in doubt.',
      schedule: '*/5 * * * *',
      run: () => this.markInDoubt(),
    });
  }

  private async byThemselves(): Promise<void> {
    const row = await this.sql.one<{ go: boolean }>(
      'select is_automatic and not is_stopped as go from reminder_sending',
    );
    if (row?.go) await this.reminders.send();
  }

  private async markInDoubt(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - IN_DOUBT_AFTER_MINUTES * 60_000);
    await this.sql.rows(
      `update delivery set state = 'unknown', error = 'The program or the line broke off while it was being sent.' where state = 'sending' and channel <> 'letter' and attempted_at < $1`,
      [before],
    );
  }
}
