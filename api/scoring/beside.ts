import type pg from 'pg';
import {
  type Beside,
  creditCheckPrior,
  type DatedReport,
  dayInWords,
  type Grade,
  insolventSince,
  judgmentsOn,
  pointsOfGrade,
} from '../../analytics/index.js';

interface ReportRow extends Omit<DatedReport, 'report'> {
  customerId: number;
  failurePd: number | null;
  delinquencyPd: number | null;
  isInsolvent: boolean | null;
  judgments: number | null;
}

interface ReviewRow {
  customerId: number;
  grade: Grade | null;
  reviewedOn: string;
  reviewedBy: string;
  holdsUntil: string | null;
}

/** What credit checks and people said of customers by a day, in two questions for all of them; of most there is nothing. */
export async function besideOn(
  client: pg.ClientBase,
  asOf: string,
  ids: readonly number[] | null,
): Promise<Map<number, Beside>> {
  const all = new Map<number, Beside>();
  const { rows: reports } = await client.query<ReportRow>(
    `select customer_id as "customerId", provider, reported_on as "reportedOn", (report->>'failurePd')::float8 as "failurePd",
            (report->>'delinquencyPd')::float8 as "delinquencyPd", (report->>'isInsolvent')::boolean as "isInsolvent", (report->>'judgments')::integer as judgments
       from credit_check
      where reported_on <= $1 and (received_at at time zone 'UTC')::date <= $1 and ($2::bigint[] is null or customer_id = any($2))
        and coalesce(report->>'failurePd', report->>'delinquencyPd', report->>'isInsolvent', report->>'judgments') is not null
      order by customer_id, reported_on, received_at, id`,
    [asOf, ids],
  );
  const reportsOf = new Map<number, (DatedReport & { judgments: number | null })[]>();
  for (const { customerId, provider, reportedOn, judgments, ...report } of reports) {
    const own = reportsOf.get(customerId) ?? [];
    own.push({ provider, reportedOn, report, judgments });
    reportsOf.set(customerId, own);
  }
  for (const [customerId, dated] of reportsOf) {
    const check = creditCheckPrior(dated, asOf);
    const since = insolventSince(dated, asOf);
    const judgments = judgmentsOn(dated, asOf);
    if (check !== null || since !== null || judgments !== null)
      all.set(customerId, { check, insolventSince: since, review: null, judgments });
  }
  const { rows: reviews } = await client.query<ReviewRow>(
    `select distinct on (customer_id) customer_id as "customerId", grade, (reviewed_at at time zone 'UTC')::date as "reviewedOn",
            reviewed_by as "reviewedBy", holds_until as "holdsUntil"
       from score_review
      where (reviewed_at at time zone 'UTC')::date <= $1 and ($2::bigint[] is null or customer_id = any($2))
      order by customer_id, reviewed_at desc, id desc`,
    [asOf, ids],
  );
  for (const { customerId, grade, reviewedOn, reviewedBy, holdsUntil } of reviews) {
    // The newest review counts: one that lets the score stand ends what an older one had changed.
    if (grade === null || holdsUntil === null || holdsUntil < asOf) continue;
    const name = reviewedBy.replace(/ <.*>$/, '');
    const sentence = `Reviewed by ${name} on ${dayInWords(reviewedOn)}: grade ${grade} until ${dayInWords(holdsUntil)}.`;
    const before = all.get(customerId) ?? { check: null, insolventSince: null };
    all.set(customerId, { ...before, review: { points: pointsOfGrade(grade), sentence } });
  }
  return all;
}
