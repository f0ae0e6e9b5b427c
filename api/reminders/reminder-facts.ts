import { insolventCustomers } from '../credit-checks/insolvent-customers.js';
import { toldOn } from '../lateness/told-on.js';
import { openItems } from '../ledger/open-items.js';

const columns =
  'customer_id, id, number, due_on, issued_on, currency, is_disputed, amount_minor - allocated_minor as open_minor from invoice';
/** From today on, what is known now counts: a payment dated tomorrow that is in the book already, too. */
const openNow = `select ${columns} where settled_on is null and issued_on <= $1`;

/** SQL: whether somebody who is a contact of the customer now has complained: they speak for the customer. */
export const hasComplained = (customerId: string) => `exists (
    select from contact_mail_state m join contact k on k.customer_id = m.customer_id and lower(k.email) = m.address
     where m.customer_id = ${customerId} and m.state = 'complained')`;

/** An address that bounces is passed over for another. */
const mailState = `case when ${hasComplained('o.customer_id')} then 'complained' else by_mail.state end`;

interface Which {
  /** Whether it matters who is new, and whether some are written to by text message or by letter. */
  knowsRelation: boolean;
  knowsPhones: boolean;
  knowsAddress: boolean;
  settledSince?: string;
  customerId?: number;
}

/** SQL of the invoices open on the day in $1 that fall due from the day in $2 until that in $3, with what a plan looks at. */
export const openInvoices = (
  on: string,
  today: string,
  { knowsRelation, knowsPhones, knowsAddress, settledSince, customerId }: Which,
) => `
  with agreed as (
    select distinct on (customer_id) customer_id, reminder_ladder as ladder from agreement
     where agreed_on <= $1 ${customerId === undefined ? '' : `and customer_id = ${customerId}`} order by customer_id, agreed_on desc, id desc)
  select o.customer_id as "customerId", o.id as "invoiceId", c.name as "customerName", c.number as "customerNumber", coalesce(c.parent_id, c.id) as "groupId", c.owner_id as "ownerId", i.number, o.issued_on as "issuedOn", o.due_on as "dueOn",
         (i.known_at at time zone 'UTC')::date as "arrivedOn", o.currency, o.open_minor as "openMinor", c.country, c.entity_type as "entityType", c.segment,
         by_mail.email as recipient, ${mailState} as "mailState", by_phone.phone, coalesce(by_mail.name, by_phone.name) as "contactName",
         ${knowsPhones ? 'array(select phone from contact where contact.customer_id = o.customer_id and phone is not null order by id)' : "'{}'::text[]"} as phones,
         ${knowsAddress ? '(select postal_address from contact where contact.customer_id = o.customer_id and postal_address is not null order by id limit 1)' : 'null'} as "postalAddress",
         -- Of what is overdue the model says no more than that it is.
         score.grade, agreed.ladder, coalesce(case when o.due_on >= $1 then l.p_late end, score.late_probability) as "lateProbability",
         c.left_out_of_reminders as "isLeftOut", i.is_disputed as "isDisputed",
         coalesce(s.state in ('orders_on_hold', 'supply_stopped', 'ended'), false) as "isOnHold",
         o.customer_id in (${insolventCustomers('$1::date')}) as "isInsolvent",
         ${knowsRelation ? 'not exists (select from invoice x where x.customer_id = o.customer_id and x.settled_on <= $1)' : 'false'} as "isNew",
         -- Put in beside each row: a property that came later would give every row a shape of its own, 5 kB each.
         null as "openReportingMinor", null as language, null as "managerName", null as said, null as mobile, null as "lastMessageOn", null as pauses
    from (${on < today ? openItems(on, today) : openNow}
          ${settledSince === undefined ? '' : `union all select ${columns} where settled_on >= '${settledSince}'`}) o
    join invoice i on i.customer_id = o.customer_id and i.id = o.id
    join customer c on c.id = o.customer_id
    left join standing s on s.customer_id = o.customer_id
    left join score on score.customer_id = o.customer_id and score.scored_on <= $1 and (score.superseded_on is null or score.superseded_on > $1)
    ${toldOn('o', '$1')}
    left join agreed on agreed.customer_id = o.customer_id
    left join lateral (
      select email, name, m.state from contact left join contact_mail_state m on m.customer_id = contact.customer_id and m.address = lower(email)
       where contact.customer_id = o.customer_id and email is not null order by m.state is not null, id limit 1) by_mail on true
    left join lateral (select phone, name from contact where contact.customer_id = o.customer_id and phone is not null order by id limit 1) by_phone on true
   where o.due_on between $2 and $3 ${customerId === undefined ? '' : `and o.customer_id = ${customerId}`}
   order by c.name, o.customer_id, i.number`;

/** What was said of the invoices that fall due in a span, by the day on which it was planned. */
export const linesSaid = `
  select l.invoice_id as "invoiceId", l.cycle, l.step, l.channel, d.planned_for as "on"
    from delivery_line l join delivery d on d.customer_id = l.addressee_id and d.id = l.delivery_id
   where l.cycle between $1 and $2`;

/** When each contact last got a message, its own or one of its group, in the month before the day in $1 and until the one in $2. */
export const lastMessages = `
  select "customerId", recipient, max(planned_for) as "on" from (
    select customer_id as "customerId", recipient, planned_for, channel, state from delivery
    union all
    select l.customer_id, d.recipient, d.planned_for, d.channel, d.state
      from delivery_line l join delivery d on d.customer_id = l.addressee_id and d.id = l.delivery_id where l.customer_id <> l.addressee_id) d
   where channel <> 'call' and state <> 'cancelled' and planned_for <= $2 and planned_for > $1::date - 31 group by 1, 2`;

/** Pauses that hold on the day in $1 or later and that nobody ended. */
export const openPauses = `
  select customer_id as "customerId", invoice_id as "invoiceId", reason, from_on as "from", until_on as until from reminder_pause
   where ended_at is null and coalesce(until_on, 'infinity') >= $1`;

/** When payments last came in with an import. */
export const cashFeed = `
  select (max(created_at) at time zone 'UTC')::date as "on" from import
   where state = 'posted' and coalesce((report->'credits'->>'added')::bigint, 0) + coalesce((report->'credits'->>'unchanged')::bigint, 0) > 0`;

/** Who looks after each customer. */
export const managers = `
  select c.id as "customerId", p.name from customer c join person p on p.id = c.owner_id and p.is_active`;
