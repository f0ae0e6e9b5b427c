import type pg from 'pg';

const columns =
  'points, grade, pd, late_probability, expected_days_late, invoices, is_thin, base, reasons, card_version, fingerprint';

export const scoredTable = `create temporary table scored (like score) on commit drop;
  alter table scored drop column scored_on, drop column superseded_on`;
export const copyScored = `copy scored (customer_id, ${columns}) from stdin`;

const inForce = `s.customer_id = n.customer_id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)`;

/** By what the scores in force on a day are told from others, by customer. */
export async function fingerprintsInForce(client: pg.ClientBase, asOf: string): Promise<Map<number, number | null>> {
  const { rows } = await client.query<[number, number | null]>({
    text: 'select customer_id, fingerprint from score where scored_on <= $1 and (superseded_on is null or superseded_on > $1)',
    values: [asOf],
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
       is_thin = excluded.is_thin, base = excluded.base, reasons = excluded.reasons, card_version = excluded.card_version, fingerprint = excluded.fingerprint`,
    [asOf],
  );
}
