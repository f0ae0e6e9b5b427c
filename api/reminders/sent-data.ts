import type pg from 'pg';

/** What other programs are told of a message that went out. */
export const sentData =
  (client: pg.ClientBase, { customerId, id }: { customerId: number; id: number }) =>
  async (): Promise<Record<string, unknown>> => {
    const { rows } = await client.query<{ on: string; channel: string; invoices: string[] }>(
      `select d.planned_for as "on", d.channel, array(select distinct i.number from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
          where l.customer_id = d.customer_id and l.delivery_id = d.id order by 1) as invoices
         from delivery d where d.customer_id = $1 and d.id = $2`,
      [customerId, id],
    );
    return { deliveryId: id, ...rows[0] };
  };
