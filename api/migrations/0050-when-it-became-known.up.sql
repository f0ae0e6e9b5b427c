-- An allocation that is booked late counts for scores from the day it became known. Kept with the invoice, so that nothing
-- is summed where all was known in time. Null: everything set against it was known on its own day.
alter table invoice add column allocations_known_on date;
update invoice i set allocations_known_on = a.known_on
  from (select customer_id, invoice_id, max((known_at at time zone 'UTC')::date) as known_on
          from allocation where known_at is not null group by customer_id, invoice_id) a
 where a.customer_id = i.customer_id and a.invoice_id = i.id;

create or replace function keep_allocated() returns trigger language plpgsql as $$
begin
  update invoice i
     set allocated_minor = s.allocated, first_allocated_on = s.first_on, last_allocated_on = s.last_on, settled_on = s.settled,
         allocations_known_on = s.known_on
    from (
      select i2.customer_id, i2.id, coalesce(sum(a.amount_minor), 0) as allocated, min(a.allocated_on) as first_on, max(a.allocated_on) as last_on,
             max((a.known_at at time zone 'UTC')::date) as known_on,
             case when bool_or(a.amount_minor < 0) then full_since(i2.customer_id, i2.amount_minor, invoice => i2.id)
                  when sum(a.amount_minor) = i2.amount_minor then max(a.allocated_on) end as settled
        from (select distinct customer_id, invoice_id from touched) t
        join invoice i2 on i2.customer_id = t.customer_id and i2.id = t.invoice_id
        left join allocation a on a.customer_id = t.customer_id and a.invoice_id = t.invoice_id
       group by i2.customer_id, i2.id
    ) s
   where i.customer_id = s.customer_id and i.id = s.id
     and (i.allocated_minor, i.first_allocated_on, i.last_allocated_on, i.settled_on, i.allocations_known_on)
         is distinct from (s.allocated, s.first_on, s.last_on, s.settled, s.known_on);
  update credit c
     set allocated_minor = s.allocated, last_allocated_on = s.last_on, applied_on = s.applied
    from (
      select c2.customer_id, c2.id, coalesce(sum(a.amount_minor), 0) as allocated, max(a.allocated_on) as last_on,
             case when bool_or((a.amount_minor < 0) <> (c2.amount_minor < 0))
                  then full_since(c2.customer_id, c2.amount_minor, credit => c2.id)
                  when sum(a.amount_minor) = c2.amount_minor then greatest(c2.dated_on, max(a.allocated_on)) end as applied
        from (select distinct customer_id, credit_id from touched) t
        join credit c2 on c2.customer_id = t.customer_id and c2.id = t.credit_id
        left join allocation a on a.customer_id = t.customer_id and a.credit_id = t.credit_id
       group by c2.customer_id, c2.id
    ) s
   where c.customer_id = s.customer_id and c.id = s.id
     and (c.allocated_minor, c.last_allocated_on, c.applied_on) is distinct from (s.allocated, s.last_on, s.applied);
  if exists (
    select from touched t
      join invoice i on i.customer_id = t.customer_id and i.id = t.invoice_id
      join credit c on c.customer_id = t.customer_id and c.id = t.credit_id
     where i.currency <> c.currency
  ) then
    raise exception 'a credit can only be allocated to an invoice in its own currency' using errcode = 'check_violation', constraint = 'allocation_one_currency';
  end if;
  return null;
end $$;

-- A score says by which day something had to have become known to count: of a ledger that ended long ago that is later
-- than the day it speaks of. Null: that day.
alter table score add column known_on date;
