insert into credit (customer_id, id, number, kind, dated_on, currency, amount_minor, allocated_minor, last_allocated_on, applied_on, known_at)
select r.customer_id, r.credit_id, r.number, r.kind, r.dated_on, r.currency, r.amount_minor, coalesce(s.minor, 0), s.last_on,
       case when s.minor = r.amount_minor then greatest(r.dated_on, s.last_on) end,
       case when r.dated_on > b.opened_on then t.at end
  from payment_row r
  cross join this_import t
  cross join book b
  left join credit_sum s on s.credit_id = r.credit_id
 where r.nth = 1 and r.book_id is null
 order by r.customer_id, r.credit_id
