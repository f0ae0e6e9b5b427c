import { hash } from 'node:crypto';
import type pg from 'pg';
import type { Score } from '../../analytics/index.js';

const columns =
  'points, grade, pd, late_probability, expected_days_late, invoices, is_thin, base, reasons, card_version, fingerprint, inputs, is_too_thin, known_on';

export const scoredTable = `drop table if exists scored; create temporary table scored (like score) on commit drop;
  alter table scored drop column scored_on, drop column superseded_on`;
export const copyScored = `copy scored (customer_id, ${columns}) from stdin`;

const inForce = `s.customer_id = n.customer_id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)`;

/** By what the scores in force on a day are told from others, by customer: of all, or of some. */
export async function fingerprintsInForce(
  client: pg.ClientBase,
  asOf: string,
  ids: readonly number[] | null,
): Promise<Map<number, number | null>> {
  const some = ids === null ? '' : ' and customer_id = any($2)';
  const { rows } = await client.query<[number, number | null]>({
    text: `select customer_id, fingerprint from score where scored_on <= $1 and (superseded_on is null or superseded_on > $1)${some}`,
    values: ids === null ? [asOf] : [asOf, ids],
    rowMode: 'array',
  });
  return new Map(rows);
}

/** Puts the rows of the temporary table `scored` in force from a day on, until the next day for which another score is kept. */
export async function keepScores(client: pg.ClientBase, asOf: string): Promise<void> {
  // What the next run said stays said: where it found nothing new, it stood on the score that is about to end.
  await client.query(
    `with cut as (
       update score s set superseded_on = run.next
         from score was, scored n, (select min(as_of) as next from scoring_run where as_of > $1) run
        where ${inForce} and run.next < coalesce(s.superseded_on, 'infinity')
          and was.customer_id = s.customer_id and was.scored_on = s.scored_on
       returning was.*, run.next
     )
     insert into score (customer_id, scored_on, superseded_on, ${columns}) select customer_id, next, superseded_on, ${columns} from cut`,
    [asOf],
  );
  await client.query(`update score s set superseded_on = $1 from scored n where ${inForce} and s.scored_on < $1`, [
    asOf,
  ]);
  await client.query(
    `insert into score (customer_id, scored_on, superseded_on, ${columns})
     select n.customer_id, $1, (select min(later.scored_on) from score later where later.customer_id = n.customer_id and later.scored_on > $1),
            ${columns.replace(/\w+/g, 'n.$&')}
       from scored n
     on conflict (customer_id, scored_on) do update set superseded_on = excluded.superseded_on, points = excluded.points, grade = excluded.grade, pd = excluded.pd,
       late_probability = excluded.late_probability, expected_days_late = excluded.expected_days_late, invoices = excluded.invoices,
       is_thin = excluded.is_thin, base = excluded.base, reasons = excluded.reasons, card_version = excluded.card_version, fingerprint = excluded.fingerprint,
       inputs = excluded.inputs, is_too_thin = excluded.is_too_thin, known_on = excluded.known_on`,
    [asOf],
  );
}

/** Two scores that say the same have the same; two of one customer that differ, but once in 2⁴⁸. What it was read from may differ. */
export function fingerprintOf({ points, invoices, cardVersion, reasons }: Score): number {
  let text = `${points} ${invoices} ${cardVersion}`;
  for (const reason of reasons) text += `\n${reason.factor} ${reason.points} ${reason.sentence}`;
  return hash('sha1', text, 'buffer').readUIntBE(0, 6);
}

/** A row of the text form of COPY: tab, newline and backslash escaped. */
export function copyLine(customerId: number, s: Score, fingerprint: number, knownOn: string | null): string {
  const values = [
    customerId,
    s.points,
    s.grade,
    s.pd,
    s.lateProbability,
    s.expectedDaysLate,
    s.invoices,
    s.isThin,
    s.basePoints,
    inCopy(s.reasons),
    s.cardVersion,
    fingerprint,
    inCopy(s.inputs),
    s.isTooThin,
    knownOn ?? '\\N',
  ];
  return `${values.join('\t')}\n`;
}

function inCopy(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\') ? text.replace(/\\/g, '\\\\') : text;
}
