import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';

export interface Act {
  /** In the words of the trade: `placed orders on hold`. */
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** What was changed, by name: as it was, and as it is now. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Why, as the person said it. */
  reason?: string | null;
  /** What else is worth knowing. */
  details?: Record<string, unknown>;
}

interface Approved {
  request: Record<string, unknown>;
  isRecorded: boolean;
}

/** One act, one entry, in the same transaction as the change; who acts is known from where the act began. */
@Injectable()
export class Audit {
  private readonly approvals = new WeakMap<pg.ClientBase, Approved>();

  constructor(private readonly clock: Clock) {}

  /** Does what was approved: its own entry says by whose request, and is that of the approval as well. */
  async approved(client: pg.ClientBase, request: Record<string, unknown>, act: () => Promise<void>): Promise<void> {
    const approval: Approved = { request, isRecorded: false };
    this.approvals.set(client, approval);
    try {
      await act();
    } finally {
      this.approvals.delete(client);
    }
    if (!approval.isRecorded) throw new Error('what was approved left no entry in the audit');
  }

  async record(client: pg.ClientBase, act: Act): Promise<void> {
    const { name, origin } = caller();
    const approval = this.approvals.get(client);
    const isApproved = approval !== undefined && !approval.isRecorded;
    if (isApproved) approval.isRecorded = true;
    await client.query(
      `insert into audit_entry (at, actor, origin, action, subject_type, subject_id, details, before, after, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        this.clock.now(),
        name,
        origin,
        act.action,
        act.subjectType,
        act.subjectId,
        isApproved ? { ...act.details, approved: approval.request } : (act.details ?? {}),
        act.before,
        act.after,
        act.reason,
      ],
    );
  }
}
