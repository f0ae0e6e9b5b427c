import type pg from 'pg';
import type { CreditCheckReport, Day } from '../../analytics/index.js';
import { scoreIsDue } from '../shared/score-due.js';
import type { CreditCheckProvider } from './credit-check.view.js';

/** A credit check as it is kept. */
export interface CreditCheckRow {
  customerId: number;
  id: number;
  provider: CreditCheckProvider;
  reference: string | null;
  reportedOn: Day;
  receivedAt: Date;
  askedBy: string;
  received: unknown;
  report: CreditCheckReport;
  standsBecause: string | null;
}

/** A failure since it came makes the newest of its provider one that stands. */
const standsBecause = `(select r.failure from credit_check_request r
   where r.customer_id = k.customer_id and r.provider = k.provider and r.asked_at >= k.received_at
     and not exists (select from credit_check n where n.customer_id = k.customer_id and n.provider = k.provider
                       and (n.received_at, n.id) > (k.received_at, k.id)))`;

export const creditCheckColumns = `k.customer_id as "customerId", k.id, k.provider, k.reference, k.reported_on as "reportedOn",
  k.received_at as "receivedAt", k.asked_by as "askedBy", k.received, k.report, ${standsBecause} as "standsBecause"`;

/** Adds a credit check, within whatever it is part of. */
export async function keepCreditCheck(
  client: pg.ClientBase,
  of: Omit<CreditCheckRow, 'id' | 'standsBecause'>,
): Promise<CreditCheckRow> {
  const { rows } = await client.query<CreditCheckRow>(
    `insert into credit_check as k (customer_id, provider, reference, reported_on, received_at, asked_by, received, report)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${creditCheckColumns}`,
    [
      of.customerId,
      of.provider,
      of.reference,
      of.reportedOn,
      of.receivedAt,
      of.askedBy,
      JSON.stringify(of.received),
      JSON.stringify(of.report),
    ],
  );
  await scoreIsDue(client, of.customerId);
  return rows[0] as CreditCheckRow;
}
