import type pg from 'pg';

/**
 * Says that something happened to a customer on which its score stands, in the transaction in which it did: within a minute
 * it is scored anew. A row and no job, so that whoever sees only their own customers may write it.
 */
export async function scoreIsDue(client: pg.ClientBase, customerId: number): Promise<void> {
  await client.query('insert into score_due (customer_id) values ($1) on conflict do nothing', [customerId]);
}
