import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import type { RetentionInput } from './privacy.inputs.js';
import { Kept, type Retention } from './privacy.view.js';

/** What goes when its time is over: `$1` is the instant before which it has to lie. */
const goes: Record<Kept, string[]> = {
  [Kept.MAILBOX_MESSAGES]: ['delete from mailbox_message where received_at < $1'],
  [Kept.TEXTS_OF_MESSAGES]: [
    `update delivery set body_text = '', body_html = '' where settled_at < $1 and state <> 'queued' and body_text <> ''`,
    `update incoming_mail set subject = '', body_text = '', sender = '', detail = null where received_at < $1 and (body_text <> '' or subject <> '')`,
  ],
  [Kept.SIGN_IN_TRIES]: ['delete from sign_in_try where last_at < $1'],
  [Kept.ENDED_SESSIONS]: ['delete from session where ends_at < $1', 'delete from password_link where ends_at < $1'],
  [Kept.PROSPECTS_WITHOUT_A_DECISION]: [
    `delete from customer c where c.stage = 'prospect' and c.known_at < $1
        and not exists (select from decision where customer_id = c.id) and not exists (select from invoice where customer_id = c.id)
        and not exists (select from credit where customer_id = c.id) and not exists (select from customer where parent_id = c.id)`,
  ],
  [Kept.APPLICATIONS_WITHOUT_A_DECISION]: [
    `delete from credit_application where state <> 'decided' and greatest(changed_at, link_ends_at) < $1`,
  ],
  // The files themselves go with the job that clears them.
  [Kept.UPLOADED_FILES]: [
    `update import set report = report || '{"badRows": [], "warnings": []}'
      where created_at < $1 and (report -> 'badRows' <> '[]' or report -> 'warnings' <> '[]')`,
  ],
  // Nothing is told twice, so its key is kept.
  [Kept.TOLD_EVENTS]: [
    `with gone as (delete from webhook_event where state = 'delivered' and attempted_at < $1 returning customer_id, endpoint_id, event_key)
     insert into webhook_told select * from gone on conflict do nothing`,
  ],
};

/** How long what is about people is kept, and the nightly job that keeps to it. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.declare({
      id: 'apply-retention',
      description: 'Removes what is about people and has been kept long enough.',
      schedule: '20 3 * * *',
      run: () => this.apply(),
    });
  }

  /** What holds today. */
  inForce(): Promise<Retention[]> {
    return this.sql.rows<Retention>(
      `select distinct on (what) what, days, valid_on as "validOn", reason from retention where valid_on <= $1 order by what, valid_on desc`,
      [this.clock.today()],
    );
  }

  /** Before when something of a kind has to lie to go today. */
  async before(what: Kept): Promise<Date> {
    const kept = (await this.inForce()).find((each) => each.what === what);
    if (!kept) throw new Error(`nothing says how long ${what} are kept`);
    return this.ago(kept.days);
  }

  async set({ what, days, reason, validOn = this.clock.today() }: RetentionInput): Promise<Retention> {
    const before = (await this.inForce()).find((each) => each.what === what);
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into retention (what, valid_on, days, reason) values ($1, $2, $3, $4)
         on conflict (what, valid_on) do update set days = excluded.days, reason = excluded.reason`,
        [what, validOn, days, reason],
      );
      await this.audit.record(client, {
        action: 'set how long something is kept',
        subjectType: 'retention',
        subjectId: what,
        before: { days: before?.days ?? null },
        after: { days },
        reason,
        details: { validOn },
      });
    });
    return { what, days, reason, validOn };
  }

  /** Safe to run twice: what is gone is not found again. */
  async apply(): Promise<void> {
    const times = await this.inForce();
    await this.sql.transaction(async (client) => {
      const removed: Record<string, number> = {};
      for (const { what, days } of times) {
        for (const statement of goes[what])
          removed[what] = (removed[what] ?? 0) + ((await client.query(statement, [this.ago(days)])).rowCount ?? 0);
      }
      if (Object.values(removed).every((count) => count === 0)) return;
      await this.audit.record(client, {
        action: 'removed what was kept long enough',
        subjectType: 'book',
        subjectId: null,
        details: removed,
      });
    });
  }

  private ago(days: number): Date {
    return new Date(this.clock.now().getTime() - days * 86_400_000);
  }
}
