import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';

/** People of the demo book, and everybody they added. */
const guests = `with recursive guest as (
  select id, is_demo, name || ' <' || email || '>' as called from person where is_demo
  union select p.id, p.is_demo, p.name || ' <' || p.email || '>' from person p join guest g on p.added_by_id = g.id)`;

/** Anybody may come to the demo book; what they leave behind opens nothing of the real one. */
@Injectable()
export class DemoGuests {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** In the transaction that puts the real book in its place. Whoever does that sees to the end of it. */
  async leave(client: pg.ClientBase): Promise<void> {
    const { personId } = caller();
    const now = this.clock.now();
    const goes = `id in (select id from guest) and id is distinct from $1`;
    await client.query(
      `${guests} delete from session where person_id in (select id from guest) and person_id is distinct from $1`,
      [personId],
    );
    await client.query(`${guests} delete from password_link where person_id in (select id from guest)`);
    const people = await client.query<{ email: string }>(
      `${guests} update person set is_active = false where not is_demo and is_active and ${goes} returning email`,
      [personId],
    );
    await client.query('update person set password = null where is_demo');
    const keys = await client.query<{ name: string }>(
      `${guests} update api_key set revoked_at = $1 where revoked_at is null and made_by in (select id from guest) returning name`,
      [now],
    );
    const webhooks = await client.query<{ name: string }>(
      `${guests} update webhook_endpoint set ended_at = $1, secret = null where ended_at is null and made_by in (select id from guest) returning name`,
      [now],
    );
    const authority = await client.query(
      `${guests} delete from authority where source in (select called from guest where is_demo)`,
    );
    const details = {
      people: people.rows.map(({ email }) => email),
      keys: keys.rows.map(({ name }) => name),
      webhooks: webhooks.rows.map(({ name }) => name),
      authority: authority.rowCount ?? 0,
    };
    const { people: left, keys: made, webhooks: told } = details;
    if (left.length + made.length + told.length + details.authority === 0) return;
    await this.audit.record(client, {
      action: 'ended what visitors of the demo book left',
      subjectType: 'book',
      subjectId: null,
      details,
    });
  }
}
