import { insolventCustomers } from '../credit-checks/insolvent-customers.js';
import { cashFeed, hasComplained } from './reminder-facts.js';

/**
 * SQL that tells at the last moment whether a message ($1, $2) is still true on the day in $3: nothing of it was paid,
 * even in part, contested or put aside since it was planned, no customer of it is insolvent, the address is still that of
 * each and takes mail, what was to fall due has not fallen due meanwhile, and payments came in lately enough to tell that.
 */
export const stillTrue = `
  select bool_and(i.settled_on is null and not i.is_disputed and i.due_on = l.cycle and not c.left_out_of_reminders
                  and i.amount_minor - i.allocated_minor = l.open_minor
                  and (l.cycle < d.planned_for or l.cycle > $3::date)
                  and coalesce(s.state, 'good') not in ('orders_on_hold', 'supply_stopped', 'ended')
                  and exists (select from contact k where k.customer_id = c.id and case d.channel
                                when 'email' then lower(k.email) = lower(d.recipient) when 'sms' then k.phone = d.recipient else k.postal_address = d.recipient end)
                  and not exists (select from contact_mail_state m where m.customer_id = c.id and d.channel = 'email' and m.address = lower(d.recipient))
                  and not ${hasComplained('c.id')}
                  and c.id not in (${insolventCustomers('$3::date')} and k.customer_id = c.id)
                  and not exists (select from reminder_pause p where p.customer_id = c.id and p.ended_at is null
                                     and (p.invoice_id is null or p.invoice_id = i.id)
                                     and p.from_on <= $3 and coalesce(p.until_on, 'infinity') >= $3)
                  and coalesce($3::date - feed."on" <= (a.document->>'cashFeedDays')::integer, true)) as holds
    from delivery_line l join delivery d on d.customer_id = l.addressee_id and d.id = l.delivery_id
    join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
    join customer c on c.id = l.customer_id left join standing s on s.customer_id = l.customer_id
    join campaign a on a.state = 'active' cross join (${cashFeed}) feed
   where l.addressee_id = $1 and l.delivery_id = $2`;
