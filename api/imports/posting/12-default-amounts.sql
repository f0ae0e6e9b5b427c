-- A payment without an allocated amount pays as much of its invoice as is left, the earlier payment first. When the book
-- has both already, that was settled when they came: what was left then is not asked again.
with named as (
  select invoice_id, sum(allocated_minor) as minor from payment_row
   where allocated_minor is not null and invoice_id is not null and not is_in_book group by invoice_id
), wanted as (
  select r.file, r.line, r.credit_id,
         greatest(0, r.invoice_amount_minor - r.invoice_allocated_minor - coalesce(named.minor, 0)) as room,
         greatest(0, r.amount_minor - r.credit_allocated_minor) as wants,
         sum(greatest(0, r.amount_minor - r.credit_allocated_minor))
           over (partition by r.invoice_id order by r.dated_on, r.file, r.line rows unbounded preceding) as so_far
    from payment_row r left join named using (invoice_id)
   where r.allocated_minor is null and r.invoice_id is not null and not r.is_in_book and r.kind <> 'returned_payment'
     and (r.book_id is null or r.invoice_is_new)
)
update payment_row r set allocated_minor = least(w.room, w.so_far) - least(w.room, w.so_far - w.wants)
  from wanted w where w.file = r.file and w.line = r.line and w.credit_id = r.credit_id;
update payment_row set allocated_minor = amount_minor
 where allocated_minor is null and invoice_id is not null and not is_in_book and kind = 'returned_payment';
insert into finding
select false, file, line, 'invoice_number', invoice_number, 'nothingLeftToPay', null
  from payment_row where allocated_minor = 0 and invoice_id is not null and not is_in_book;
insert into finding
select false, file, line, 'allocated_on', given_on::text, 'allocatedBeforePaid', jsonb_build_object('other', dated_on::text)
  from payment_row where given_on < dated_on and not is_in_book;
