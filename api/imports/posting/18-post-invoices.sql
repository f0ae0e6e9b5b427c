-- With what is allocated already reckoned, so that the trigger on allocation finds nothing to do.
insert into invoice (customer_id, id, number, issued_on, due_on, currency, amount_minor, allocated_minor,
                     first_allocated_on, last_allocated_on, settled_on, allocations_known_on, payment_terms, known_at)
select r.customer_id, r.id, r.number, r.issued_on, r.due_on, r.currency, r.amount_minor, coalesce(s.minor, 0),
       s.first_on, s.last_on, case when s.minor = r.amount_minor then s.last_on end,
       case when s.last_on > b.opened_on then (t.at at time zone 'UTC')::date end, r.payment_terms,
       case when r.issued_on > b.opened_on then t.at end
  from invoice_row r
  cross join this_import t
  cross join book b
  left join invoice_sum s on s.invoice_id = r.id
 where r.book_id is null
 order by r.customer_id, r.id
