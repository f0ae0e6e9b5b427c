import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { BadInput, NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { PauseRemindersInput, PausesArgs, ReminderPause } from './pause.view.js';

const columns = `p.customer_id as "customerId", p.id, p.invoice_id as "invoiceId", p.reason, p.from_on as "fromOn", p.until_on as "untilOn", p.note,
  p.set_by as "setBy", p.set_at as "setAt", p.ended_by as "endedBy", p.ended_at as "endedAt"`;
const isOpen = (today: string) => `(p.ended_at is null and coalesce(p.until_on, 'infinity') >= ${today}::date)`;

@Injectable()
export class PausesService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  pauses({ filter = {}, ...args }: PausesArgs): Promise<Page<ReminderPause>> {
    const values = new Values();
    const today = values.add(this.clock.today());
    const holds = isOpen(today);
    return listOf<ReminderPause>(this.sql, {
      select: `${columns}, ${holds} as "isOpen"`,
      from: 'reminder_pause p',
      where: [
        `${today}::date is not null`,
        filter.customerId !== undefined && `p.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.reason !== undefined && `p.reason = ${values.add(filter.reason)}`,
        filter.isOpen !== undefined && (filter.isOpen ? holds : `not ${holds}`),
      ],
      values,
      sort:
        args.sort === 'until'
          ? { by: `coalesce(p.until_on, 'infinity')`, type: 'date' }
          : { by: 'p.set_at', type: 'timestamptz' },
      key: 'p.id',
      direction: args.direction,
      page: args,
    });
  }

  /** From today on; messages that wait to be sent look at it once more. */
  async pause(input: PauseRemindersInput): Promise<ReminderPause> {
    const [customerId, invoiceId] = [keyOf(input.customerId), input.invoiceId ? keyOf(input.invoiceId) : null];
    const today = this.clock.today();
    if (input.untilOn !== undefined && input.untilOn < today)
      throw new BadInput(`Reminders cannot rest until ${input.untilOn}: that day is over. Give today or a later one.`);
    const id = await this.sql.transaction(async (client) => {
      const found = await client.query(
        'select from customer c where c.id = $1 and ($2::bigint is null or exists (select from invoice i where i.customer_id = c.id and i.id = $2))',
        [customerId, invoiceId],
      );
      if (found.rowCount === 0)
        throw new NotFound(invoiceId ? 'invoice' : 'customer', input.invoiceId ?? input.customerId);
      const { rows } = await client.query<{ id: number }>(
        `insert into reminder_pause (customer_id, invoice_id, reason, from_on, until_on, note, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          customerId,
          invoiceId,
          input.reason,
          today,
          input.untilOn ?? null,
          input.note ?? null,
          caller().name,
          this.clock.now(),
        ],
      );
      await this.audit.record(client, {
        action: 'paused reminders',
        subjectType: 'customer',
        subjectId: String(customerId),
        after: { invoiceId, reason: input.reason, until: input.untilOn ?? null },
        reason: input.note,
      });
      return rows[0]?.id as number;
    });
    return this.byKey(customerId, id);
  }

  async end(customer: string, pause: string): Promise<ReminderPause> {
    const [customerId, id] = [keyOf(customer), keyOf(pause)];
    await this.sql.transaction(async (client) => {
      const done = await client.query<{ reason: string }>(
        'update reminder_pause set ended_by = $3, ended_at = $4 where customer_id = $1 and id = $2 and ended_at is null returning reason',
        [customerId, id, caller().name, this.clock.now()],
      );
      if (done.rowCount === 0) throw new NotFound('pause that holds', pause);
      await this.audit.record(client, {
        action: 'ended a pause of reminders',
        subjectType: 'customer',
        subjectId: String(customerId),
        before: { reason: done.rows[0]?.reason },
        after: { reason: null },
      });
    });
    return this.byKey(customerId, id);
  }

  private async byKey(customerId: number, id: number): Promise<ReminderPause> {
    const row = await this.sql.one<ReminderPause>(
      `select ${columns}, ${isOpen('$3')} as "isOpen" from reminder_pause p where p.customer_id = $1 and p.id = $2`,
      [customerId, id, this.clock.today()],
    );
    if (!row) throw new NotFound('pause', String(id));
    return row;
  }
}
