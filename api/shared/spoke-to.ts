import type pg from 'pg';

/** SQL for the messages `d` to a customer, and those to others of its group that speak of its invoices. */
export const spokeTo = (customer: string) => `(d.customer_id, d.id) in (
  select customer_id, id from delivery where customer_id = ${customer} union all
  select addressee_id, delivery_id from delivery_line where customer_id = ${customer} and customer_id <> addressee_id)`;

/** The customers that a message spoke to, its addressee among them. */
export async function spokenTo(
  client: pg.ClientBase,
  { customerId, id }: { customerId: number; id: number },
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    'select $1::bigint as id union select customer_id from delivery_line where addressee_id = $1 and delivery_id = $2 order by 1',
    [customerId, id],
  );
  return rows.map((row) => row.id);
}
