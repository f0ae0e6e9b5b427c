import { Injectable } from '@nestjs/common';
import type { LeftOut } from '../reminders/reminder-plan.js';
import { RemindersService } from '../reminders/reminders.service.js';
import type { stopList } from '../standing/stop-list.js';
import { StopListService } from '../standing/stop-list.service.js';

/** What the domains above propose for a day: the work list puts it in one order. */
@Injectable()
export class ProposalsOfDay {
  constructor(
    private readonly reminders: RemindersService,
    private readonly stopLists: StopListService,
  ) {}

  toHold(asOf: string): Promise<ReturnType<typeof stopList>> {
    return this.stopLists.proposals(asOf);
  }

  async notReminded(asOf: string): Promise<LeftOut[]> {
    return (await this.reminders.plan(asOf)).leftOut;
  }
}
