-- What each invoice and each payment comes to. Run again until it finds nothing more to set aside.
drop table if exists invoice_sum, credit_sum;
create temp table invoice_sum on commit drop as
select min(customer_id) as customer_id, invoice_id, min(invoice_amount_minor) as amount_minor, min(invoice_allocated_minor) as before_minor, sum(allocated_minor) as minor,
       min(allocated_on) as first_on, max(allocated_on) as last_on, min(currency) as currency, bool_or(invoice_is_new) as is_new,
       bool_or(allocated_minor < 0) as takes_back
  from payment_row where invoice_id is not null and not is_in_book and allocated_minor <> 0
 group by invoice_id;
create temp table credit_sum on commit drop as
select credit_id, sum(allocated_minor) as minor, max(allocated_on) as last_on,
       min(abs(amount_minor)) as amount_minor, min(abs(credit_allocated_minor)) as before_minor
  from payment_row where invoice_id is not null and not is_in_book and allocated_minor <> 0
 group by credit_id;

-- A payment that shares out more than it is comes first: without it the invoices may be in order.
with beyond as (
  select credit_id, before_minor + abs(minor) as total, amount_minor from credit_sum where before_minor + abs(minor) > amount_minor
), day_of_offender as (
  select p.*, coalesce(sum(p.allocated_minor) filter (where p.allocated_minor > 0) over (partition by p.invoice_id, p.allocated_on), 0) as paid_that_day
    from payment_row p
    join invoice_sum s on s.invoice_id = p.invoice_id and (s.before_minor + s.minor > s.amount_minor or s.before_minor + s.minor < 0)
   where not p.is_in_book and p.allocated_minor <> 0
), in_turn as (
  -- What fits is counted, day by day; within a day returns come first, and may take back what is paid later that day.
  select o.*, sum_within(allocated_minor, invoice_allocated_minor, -paid_that_day::bigint, invoice_amount_minor)
                over (partition by invoice_id order by not is_from_invoice, allocated_on, allocated_minor > 0, file, line rows unbounded preceding) as fits,
         row_number() over (partition by invoice_id order by not is_from_invoice, allocated_on, allocated_minor > 0, file, line) as place
    from day_of_offender o
), above as (
  select i.*, coalesce(before.fits, i.invoice_allocated_minor) + i.allocated_minor as so_far
    from in_turn i left join in_turn before on before.invoice_id = i.invoice_id and before.place = i.place - 1
   where i.fits = coalesce(before.fits, i.invoice_allocated_minor)
), taken_back as (
  -- Only what is taken back can make a sum wrong on a day between and right in the end.
  select s.* from invoice_sum s
   where s.before_minor + s.minor between 0 and s.amount_minor
     and (s.takes_back or not s.is_new and exists (
           select from allocation a where a.customer_id = s.customer_id and a.invoice_id = s.invoice_id and a.amount_minor < 0))
), day_beyond as (
  select distinct on (invoice_id) * from (
    select t.invoice_id, t.amount_minor, a.allocated_on, sum(sum(a.minor)) over (partition by t.invoice_id order by a.allocated_on) as total
      from taken_back t
      join (select invoice_id, allocated_on, allocated_minor as minor from payment_row where not is_in_book
            union all
            select a.invoice_id, a.allocated_on, a.amount_minor from allocation a join taken_back t using (customer_id, invoice_id)) a
        on a.invoice_id = t.invoice_id
     group by t.invoice_id, t.amount_minor, a.allocated_on) d
   where total not between 0 and amount_minor
   order by invoice_id, allocated_on
)
insert into finding
select true, r.file, r.line, 'allocated_amount', r.allocated_minor::text, 'beyondThePayment',
       jsonb_build_object('number', r.number, 'currency', r.currency, 'total', b.total, 'amount', b.amount_minor)
  from beyond b join payment_row r on r.credit_id = b.credit_id
 where not r.is_in_book
union all
select true, r.file, r.line, 'allocated_amount', r.allocated_minor::text, 'aboveTheBalance',
       jsonb_build_object('number', r.invoice_number, 'currency', r.currency, 'total', r.so_far, 'amount', r.invoice_amount_minor)
  from above r
 where not exists (select from beyond)
   -- A payment set aside for another invoice may leave room here: then this waits for the next turn.
   and not exists (
     select from above other join payment_row part on part.credit_id = other.credit_id
      where part.parts > 1 and part.invoice_id = r.invoice_id and other.invoice_id <> r.invoice_id
        and other.credit_id <> r.credit_id and (other.file, other.line) < (r.file, r.line))
union all
(select distinct on (d.invoice_id) true, r.file, r.line, 'allocated_amount', r.allocated_minor::text, 'aboveTheBalance',
       jsonb_build_object('number', r.invoice_number, 'currency', r.currency, 'total', d.total, 'amount', d.amount_minor, 'on', d.allocated_on)
  from day_beyond d
  join payment_row r on r.invoice_id = d.invoice_id and not r.is_in_book and r.allocated_on <= d.allocated_on
                    and case when d.total < 0 then r.allocated_minor < 0 else r.allocated_minor > 0 end
 where not exists (select from beyond)
 order by d.invoice_id, r.allocated_on desc, r.file desc, r.line desc)
