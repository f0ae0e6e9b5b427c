/**
 * SQL that puts beside a row with an invoice (`customer_id`, `id`) what the model of lateness said of it, as `l`: by a day,
 * and not a week before it or earlier. Where it said nothing, the score of the customer has a chance too: the model’s comes
 * first, everywhere.
 */
export const toldOn = (invoice: string, day: string): string =>
  `left join invoice_lateness l on l.customer_id = ${invoice}.customer_id and l.invoice_id = ${invoice}.id and l.scored_on <= ${day} and l.scored_on > ${day}::date - 7`;
