import type pg from 'pg';

interface Key {
  customerId: number;
  id: number;
}

/** What other programs are told of a message that went out: of one customer, in which of its invoices. */
export const sentData =
  (client: pg.ClientBase, customerId: number, of: Key) => async (): Promise<Record<string, unknown>> => {
    const { rows } = await client.query<{ on: string; channel: string; invoices: string[] }>(
      `select d.planned_for as "on", d.channel, array(select distinct i.number from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
          where l.addressee_id = d.customer_id and l.delivery_id = d.id and l.customer_id = $3 order by 1) as invoices
         from delivery d where d.customer_id = $1 and d.id = $2`,
      [of.customerId, of.id, customerId],
    );
    return { deliveryId: of.id, ...rows[0] };
  };
