/** SQL for the messages `d` to a customer, and those to others of its group that speak of its invoices. */
export const spokeTo = (customer: string) => `(d.customer_id, d.id) in (
  select customer_id, id from delivery where customer_id = ${customer} union all
  select addressee_id, delivery_id from delivery_line where customer_id = ${customer} and customer_id <> addressee_id)`;
