-- Both know whether anything is set against them, so the trigger asks nothing and no other update meets it.
create function refuse_other_currency() returns trigger language plpgsql as $$
begin
  raise exception 'the currency of % is kept while something is allocated: reverse that first', old.number
    using errcode = 'check_violation', constraint = tg_table_name || '_currency_kept';
end $$;
create trigger invoice_currency_kept before update of currency on invoice for each row
  when (old.currency <> new.currency and old.last_allocated_on is not null) execute function refuse_other_currency();
create trigger credit_currency_kept before update of currency on credit for each row
  when (old.currency <> new.currency and old.last_allocated_on is not null) execute function refuse_other_currency();

-- The day since which an invoice, or a credit, has been allocated in full at the end of every day. Its last allocation
-- tells that too, unless something was taken back in between: only then is this asked, and only then can more have been
-- allocated on a day between than there was, or less than nothing, while the sum is right: that is refused.
create function full_since(customer bigint, amount bigint, invoice bigint default null, credit bigint default null)
  returns date language plpgsql stable as $$
declare
  day record;
  since date;
begin
  for day in
    select allocated_on as "on", sum(sum(amount_minor)) over (order by allocated_on) as allocated
      from allocation
     where customer_id = customer and (invoice_id = invoice or credit_id = credit)
     group by allocated_on order by allocated_on
  loop
    if day.allocated not between least(0, amount) and greatest(0, amount) then
      raise exception 'on % the allocations would come to % of %', day."on", day.allocated, amount
        using errcode = 'check_violation', constraint = case when credit is null then 'invoice_not_overpaid' else 'credit_not_overallocated' end;
    end if;
    since := case when day.allocated = amount then coalesce(since, day."on") end;
  end loop;
  return since;
end $$;

create or replace function keep_allocated() returns trigger language plpgsql as $$
begin
  update invoice i
     set allocated_minor = s.allocated, first_allocated_on = s.first_on, last_allocated_on = s.last_on, settled_on = s.settled
    from (
      select i2.customer_id, i2.id, coalesce(sum(a.amount_minor), 0) as allocated, min(a.allocated_on) as first_on, max(a.allocated_on) as last_on,
             case when bool_or(a.amount_minor < 0) then full_since(i2.customer_id, i2.amount_minor, invoice => i2.id)
                  when sum(a.amount_minor) = i2.amount_minor then max(a.allocated_on) end as settled
        from (select distinct customer_id, invoice_id from touched) t
        join invoice i2 on i2.customer_id = t.customer_id and i2.id = t.invoice_id
        left join allocation a on a.customer_id = t.customer_id and a.invoice_id = t.invoice_id
       group by i2.customer_id, i2.id
    ) s
   where i.customer_id = s.customer_id and i.id = s.id
     and (i.allocated_minor, i.first_allocated_on, i.last_allocated_on, i.settled_on)
         is distinct from (s.allocated, s.first_on, s.last_on, s.settled);
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
