import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../shared/clock.js';

export interface Act {
  actor: string;
  /** In the words of the trade: `placed orders on hold`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  details?: Record<string, unknown>;
}

/** One act, one entry, in the same transaction as the change. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(client: pg.ClientBase, act: Act): Promise<void> {
    await client.query(
      'insert into audit_entry (at, actor, action, subject_type, subject_id, details) values ($1, $2, $3, $4, $5, $6)',
      [this.clock.now(), act.actor, act.action, act.subjectType, act.subjectId, act.details ?? {}],
    );
  }
}
