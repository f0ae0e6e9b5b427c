insert into allocation (customer_id, invoice_id, credit_id, allocated_on, amount_minor, known_at)
select r.customer_id, r.invoice_id, r.credit_id, r.allocated_on, r.allocated_minor, case when r.allocated_on > b.opened_on then t.at end
  from payment_row r
  cross join this_import t
  cross join book b
 where r.invoice_id is not null and not r.is_in_book and r.allocated_minor <> 0
 order by r.customer_id, r.invoice_id
