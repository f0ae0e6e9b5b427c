/**
 * What of an invoice was allocated by the day in $1. Nearly always the row knows; only an invoice with allocations on
 * both sides of the day has them summed.
 */
const allocatedByDay = `case
    when i.last_allocated_on <= $1 then i.allocated_minor
    when i.first_allocated_on <= $1 then allocated_by(i.customer_id, i.id, $1)
    else 0 end`;

// `number` is in no index: who asks for it reads the table.
const columns = `i.customer_id, i.id, i.number, i.issued_on, i.due_on, i.currency, i.is_disputed, i.amount_minor,
  i.amount_minor - ${allocatedByDay} as open_minor`;

// An invoice that was settled, reopened by a returned payment and settled again has nothing open on the days between.
const isOpen = `i.issued_on <= $1 and
  ((i.first_allocated_on <= $1 and i.last_allocated_on > $1) is not true or i.amount_minor <> allocated_by(i.customer_id, i.id, $1))`;

const today = `
  select ${columns} from invoice i where i.settled_on is null and ${isOpen}
  union all
  select ${columns} from invoice i where i.settled_on > $1 and ${isOpen}`;

/** Days within which nine in ten invoices are settled; the partial index of those that took longer says the same number. */
const MOST_SETTLED_WITHIN = 75;

// Issued in the days before the day, and the few that took longer to settle: both halves read an index alone. The
// condition on the duration is that of the partial index, word for word; the one on the day is written so that the
// planner does not reach for the index of settlement days and read the table.
const past = `
  select ${columns} from invoice i
   where i.issued_on >= $1::date - ${MOST_SETTLED_WITHIN} and coalesce(i.settled_on, 'infinity'::date) > $1 and ${isOpen}
  union all
  select ${columns} from invoice i
   where i.issued_on < $1::date - ${MOST_SETTLED_WITHIN} and (i.settled_on is null or i.settled_on - i.issued_on > ${MOST_SETTLED_WITHIN})
     and coalesce(i.settled_on, 'infinity'::date) > $1 and ${isOpen}`;

/**
 * SQL of the invoices open as of the day in $1: customer_id, id, number, issued_on, due_on, currency, is_disputed,
 * amount_minor, open_minor.
 * A past day is a range look-up over issue and settlement, not a sum over all allocations.
 */
export const openItems = (asOf: string, now: string): string => (asOf >= now ? today : past);

/**
 * SQL of credits not wholly applied as of the day in $1: customer_id, id, currency, unapplied_minor (what is left of them).
 * What is left of a write-off is nothing that came in.
 */
export const unappliedCredits = `
  select * from (
    select c.customer_id, c.id, c.currency, c.amount_minor - case
             when c.last_allocated_on is null then 0
             when c.last_allocated_on <= $1 then c.allocated_minor
             else applied_by(c.customer_id, c.id, $1) end as unapplied_minor
      from credit c
     where c.kind <> 'write_off' and (c.applied_on is null or c.applied_on > c.dated_on) and c.dated_on <= $1 and (c.applied_on is null or c.applied_on > $1)
  ) credit_left where unapplied_minor <> 0`;
