/**
 * SQL: the customers whom a provider, by the newest report of its own that tells of it until a day, has in an insolvency
 * procedure; as `insolventSince` of `analytics` has it for one.
 */
export const insolventCustomers = (day: string) => `
  select k.customer_id from credit_check k
   where k.report ->> 'isInsolvent' = 'true' and k.reported_on <= ${day}
     and not exists (select from credit_check n
                      where n.customer_id = k.customer_id and n.provider = k.provider and n.report ->> 'isInsolvent' = 'false' and n.reported_on <= ${day}
                        and (n.reported_on, n.received_at, n.id) > (k.reported_on, k.received_at, k.id))`;
