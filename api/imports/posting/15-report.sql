-- Everything the report says, as one object.
select json_build_object(
  'removesDemoBook', (select removes_demo from this_import),
  'customers', (select json_build_object(
      'added', (select count(*) from new_customer),
      'updated', (select count(*) from changed_customer),
      'unchanged', (select count(*) from customer_row where book_id is not null) - (select count(*) from changed_customer))),
  'invoices', (select json_build_object('added', count(*) filter (where book_id is null), 'updated', 0, 'unchanged', count(*) filter (where book_id is not null)) from invoice_row),
  'credits', (select json_build_object('added', count(*) filter (where book_id is null), 'updated', 0, 'unchanged', count(*) filter (where book_id is not null)) from payment_row where nth = 1),
  'allocations', (select json_build_object('added', count(*) filter (where not is_in_book and allocated_minor <> 0), 'updated', 0, 'unchanged', count(*) filter (where is_in_book)) from payment_row where invoice_id is not null),
  'rates', (select json_build_object('added', count(*) filter (where book_rate is null), 'updated', 0, 'unchanged', count(*) filter (where book_rate is not null)) from rate_row),
  'totals', (select coalesce(json_agg(t order by currency), '[]') from (
      select currency, sum(invoices) as invoices, sum(credits) as credits, sum(open) as open from (
        select r.currency, sum(r.amount_minor) as invoices, 0 as credits,
               sum(r.amount_minor - coalesce(e.allocated_minor, 0) - coalesce(s.minor, 0)) as open
          from invoice_row r left join invoice_sum s on s.invoice_id = coalesce(r.book_id, r.id)
          left join invoice e on e.customer_id = r.customer_id and e.id = r.book_id group by 1
        union all
        select currency, 0, sum(amount_minor), 0 from payment_row where nth = 1 group by 1) d group by currency) t),
  'badRowCount', (select count(distinct (file, line)) from finding where is_bad),
  'warningCount', (select count(*) from finding where not is_bad),
  'newestOn', (select max(day) from (select max(issued_on) as day from invoice_row where issued_on <= (select today from this_import)
      union all select max(dated_on) from payment_row where dated_on <= (select today from this_import)) d),
  'mainCurrency', (select currency from (select currency from invoice_row union all select currency from payment_row where not is_from_invoice) d
      group by currency order by count(*) desc, currency limit 1)
) as report
