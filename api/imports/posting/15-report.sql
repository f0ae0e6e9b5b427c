-- Everything the report says, as one object: one pass over the invoices, one over the payments.
with invoices as (
  select currency, count(*) filter (where book_id is null) as added, count(*) filter (where book_id is not null) as unchanged,
         sum(amount_minor) as minor, coalesce(sum(amount_minor) filter (where book_id is null), 0) as added_minor,
         max(issued_on) filter (where issued_on <= today) as newest_on
    from invoice_row cross join this_import group by currency
), payments as (
  select currency, count(*) filter (where nth = 1 and book_id is null) as added, count(*) filter (where nth = 1 and book_id is not null) as unchanged,
         count(*) filter (where not is_from_invoice) as own_rows, coalesce(sum(amount_minor) filter (where nth = 1), 0) as minor,
         count(*) filter (where invoice_id is not null and not is_in_book and allocated_minor <> 0) as allocated,
         count(*) filter (where is_in_book) as allocated_before, max(dated_on) filter (where dated_on <= today) as newest_on
    from payment_row cross join this_import group by currency
), paid as (
  -- what is left on invoices that are new, and on those of the files that the book has already
  select currency, sum(minor) as minor from invoice_sum where is_new group by currency
  union all
  select r.currency, -sum(e.amount_minor - e.allocated_minor - coalesce(s.minor, 0))
    from invoice_row r
    join invoice e on e.customer_id = r.customer_id and e.id = r.book_id
    left join invoice_sum s on s.invoice_id = r.book_id and not s.is_new
   where r.book_id is not null group by r.currency
), named_customer as (
  -- customers of the book that a good row names, be it only an invoice or a payment of theirs
  select k.id from known_customer k
   where not k.is_new
     and (exists (select from customer_row r where r.book_id = k.id)
          or exists (select from invoice_row r where r.customer_id = k.id)
          or exists (select from payment_row r where r.customer_id = k.id))
), totals as (
  select currency, sum(invoices) as invoices, sum(credits) as credits, sum(open) as open
    from (select currency, minor as invoices, 0 as credits, added_minor as open from invoices
          union all select currency, 0, minor, 0 from payments
          union all select currency, 0, 0, -minor from paid) t
   group by currency
)
select json_build_object(
  'removesDemoBook', (select removes_demo from this_import) and exists (select from new_customer),
  'customers', (select json_build_object(
      'added', (select count(*) from new_customer),
      'updated', (select count(*) from changed_customer),
      'unchanged', (select count(*) from named_customer where id not in (select id from changed_customer)))),
  'invoices', (select json_build_object('added', coalesce(sum(added), 0), 'updated', 0, 'unchanged', coalesce(sum(unchanged), 0)) from invoices),
  'credits', (select json_build_object('added', coalesce(sum(added), 0), 'updated', 0, 'unchanged', coalesce(sum(unchanged), 0)) from payments),
  'allocations', (select json_build_object('added', coalesce(sum(allocated), 0), 'updated', 0, 'unchanged', coalesce(sum(allocated_before), 0)) from payments),
  'rates', (select json_build_object('added', count(*) filter (where book_rate is null), 'updated', 0, 'unchanged', count(*) filter (where book_rate is not null)) from rate_row),
  'limits', (select coalesce(json_agg(json_build_object('customer', c.number, 'currency', u.currency, 'before', c.credit_limit_minor, 'after', u.credit_limit_minor) order by c.number), '[]')
               from changed_customer u join customer c on c.id = u.id where u.credit_limit_minor is distinct from c.credit_limit_minor and not (select removes_demo from this_import)),
  'writeOffs', (select coalesce(json_agg(json_build_object('customer', k.number, 'number', r.number, 'currency', r.currency, 'minor', r.amount_minor) order by k.number, r.number), '[]')
                  from payment_row r join known_customer k on k.id = r.customer_id where r.nth = 1 and r.book_id is null and r.kind = 'write_off'),
  'totals', (select coalesce(json_agg(t order by currency), '[]') from totals t where invoices <> 0 or credits <> 0),
  'badRowCount', (select count(*) from (select distinct file, line from finding where is_bad) b),
  'warningCount', (select count(*) from finding where not is_bad),
  'newestOn', (select max(newest_on) from (select newest_on from invoices union all select newest_on from payments) d),
  'mainCurrency', (select currency from (select currency, added + unchanged as times from invoices
                                         union all select currency, own_rows from payments) d
                    group by currency order by sum(times) desc, currency limit 1)
) as report
