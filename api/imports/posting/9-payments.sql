create temp table payment_row on commit drop as
select s.file, s.line, s.is_from_invoice, k.id as customer_id, s.customer_number, coalesce(c.id, first_value(s.id) over w) as credit_id,
       s.payment_number as number, s.kind, s.paid_on as dated_on, s.currency, s.amount_minor,
       s.invoice_number, coalesce(n.id, e.id) as invoice_id, n.id is not null as invoice_is_new, coalesce(n.currency, e.currency) as invoice_currency,
       coalesce(n.amount_minor, e.amount_minor) as invoice_amount_minor, coalesce(e.allocated_minor, 0) as invoice_allocated_minor,
       s.allocated_minor,
       s.allocated_on as given_on, coalesce(s.allocated_on, greatest(s.paid_on, n.issued_on, e.issued_on)) as allocated_on,
       row_number() over w as nth, count(*) over (partition by k.id, s.kind, s.payment_number) as parts,
       c.id as book_id, coalesce(c.allocated_minor, 0) as credit_allocated_minor, false as is_in_book
  from (select file, line, is_from_invoice, currency, customer_number, payment_number, kind, paid_on, invoice_number, allocated_on,
               case when kind = 'returned_payment' then -abs(amount_minor) else amount_minor end as amount_minor,
               case when kind = 'returned_payment' then -abs(allocated_amount_minor) else allocated_amount_minor end as allocated_minor,
               nextval('credit_id_seq') as id
          from staged_payment where problems is null) s
  left join known_customer k on k.number = s.customer_number
  left join invoice_row n on n.customer_id = k.id and n.number = s.invoice_number and n.book_id is null
  left join invoice e on e.customer_id = k.id and e.number = s.invoice_number
  left join credit c on c.customer_id = k.id and c.kind = s.kind and c.number = s.payment_number
window w as (partition by k.id, s.kind, s.payment_number order by not s.is_from_invoice, s.file, s.line);
analyze payment_row;
insert into finding
select false, file, line, 'paid_on', dated_on::text, 'afterToday', null
  from payment_row, this_import where dated_on > today and not is_from_invoice and nth = 1;

-- A row told twice is left out; the parts of a payment must agree on the payment.
create temp table part on commit drop as
select r.*, f.file as first_file, f.line as first_line, f.dated_on as o_dated_on, f.currency as o_currency, f.amount_minor as o_amount_minor
  from payment_row r
  join payment_row f on f.credit_id = r.credit_id and f.customer_id = r.customer_id and f.nth = 1
 where r.nth > 1;
create temp table repeated_part on commit drop as
select p.file, p.line, p.credit_id, min(o.file * 10000000000 + o.line) as first_at
  from part p
  join payment_row o on o.credit_id = p.credit_id and o.nth < p.nth and o.invoice_number is not distinct from p.invoice_number
                    and o.dated_on = p.dated_on and o.amount_minor = p.amount_minor and o.currency = p.currency
                    and o.allocated_minor is not distinct from p.allocated_minor and o.given_on is not distinct from p.given_on
 group by p.file, p.line, p.credit_id;
insert into finding
select false, file, line, 'payment_number', null, 'repeated', jsonb_build_object('file', first_at / 10000000000, 'line', first_at % 10000000000)
  from repeated_part;
delete from payment_row r using repeated_part p where p.file = r.file and p.line = r.line and p.credit_id = r.credit_id;
update payment_row r set parts = r.parts - d.n
  from (select credit_id, count(*) as n from repeated_part group by credit_id) d where d.credit_id = r.credit_id;

insert into finding
select true, p.file, p.line, d.field, d.value, 'duplicateDiffers',
       jsonb_build_object('number', p.number, 'other', d.other, 'currency', d.money, 'file', p.first_file, 'line', p.first_line)
  from part p,
       lateral (select * from (values ('currency', p.currency, p.o_currency, null),
                                      ('amount', p.amount_minor::text, p.o_amount_minor::text, p.currency),
                                      ('paid_on', p.dated_on::text, p.o_dated_on::text, null)) as v (field, value, other, money)
                 where value <> other limit 1) d;
insert into finding
select true, r.file, r.line, d.field, d.value, 'bookDiffers',
       jsonb_build_object('number', r.number, 'other', d.other, 'currency', d.money)
  from payment_row r
  join credit c on c.customer_id = r.customer_id and c.id = r.book_id,
       lateral (select * from (values ('currency', r.currency, c.currency, null),
                                      ('amount', r.amount_minor::text, c.amount_minor::text, r.currency),
                                      ('paid_on', r.dated_on::text, c.dated_on::text, null)) as v (field, value, other, money)
                 where value <> other limit 1) d;
