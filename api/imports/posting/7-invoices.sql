create temp table invoice_row on commit drop as
select s.file, s.line, k.id as customer_id, s.id, s.invoice_number as number, s.issued_on, s.due_on, s.currency, s.amount_minor,
       s.payment_terms, s.cleared_on, row_number() over w as nth, e.id as book_id
  from (select *, nextval('invoice_id_seq') as id from staged_invoice
         where problems is null and amount_minor > 0) s
  join known_customer k on k.number = s.customer_number
  left join invoice e on e.customer_id = k.id and e.number = s.invoice_number
window w as (partition by k.id, s.invoice_number order by s.file, s.line);
analyze invoice_row;

-- The same number again, in the files or in the book, with the same contents is left out; with others it is bad.
create temp table told_twice on commit drop as
select r.file, r.line, r.number, true as in_files, f.file as other_file, f.line as other_line,
       r.issued_on, r.due_on, r.amount_minor, r.currency, r.payment_terms,
       f.issued_on as o_issued_on, f.due_on as o_due_on, f.amount_minor as o_amount_minor, f.currency as o_currency, f.payment_terms as o_payment_terms
  from invoice_row r
  join invoice_row f on f.customer_id = r.customer_id and f.number = r.number and f.nth = 1
 where r.nth > 1
union all
select r.file, r.line, r.number, false, null, null, r.issued_on, r.due_on, r.amount_minor, r.currency, r.payment_terms,
       e.issued_on, e.due_on, e.amount_minor, e.currency, e.payment_terms
  from invoice_row r
  join invoice e on e.customer_id = r.customer_id and e.id = r.book_id
 where r.nth = 1;

insert into finding
select d.field is not null, t.file, t.line, coalesce(d.field, 'invoice_number'), coalesce(d.value, t.number),
       case when d.field is null then 'repeated' when t.in_files then 'duplicateDiffers' else 'bookDiffers' end,
       jsonb_build_object('number', t.number, 'other', d.other, 'currency', d.money, 'file', t.other_file, 'line', t.other_line)
  from told_twice t
  left join lateral (
    select field, value, other, money
      from (values ('currency', t.currency, t.o_currency, null),
                   ('amount', t.amount_minor::text, t.o_amount_minor::text, t.currency),
                   ('issued_on', t.issued_on::text, t.o_issued_on::text, null),
                   ('due_on', t.due_on::text, t.o_due_on::text, null),
                   ('payment_terms', t.payment_terms, t.o_payment_terms, null)) as v (field, value, other, money)
     where value <> other
     limit 1) d on true
 where d.field is not null or t.in_files;

-- Paid in the book and open in the file: perhaps the file is older, perhaps a payment was returned. The book stays.
insert into finding
select false, r.file, r.line, 'cleared_on', null, 'paidInTheBook',
       jsonb_build_object('number', r.number, 'other', e.settled_on::text)
  from invoice_row r
  join file_with_clearing c on c.file = r.file
  join invoice e on e.customer_id = r.customer_id and e.id = r.book_id
 where r.cleared_on is null and r.nth = 1 and e.settled_on is not null;

-- Cleared otherwise than the book has it, or by a payment that has nothing to do with it.
insert into finding
select true, r.file, r.line, 'cleared_on', r.cleared_on::text, 'clearedOtherwise',
       jsonb_build_object('number', r.number, 'other', c.dated_on::text)
  from invoice_row r
  join credit c on c.customer_id = r.customer_id and c.kind = 'payment' and c.number = r.number
 where r.cleared_on is not null and r.nth = 1
   and (r.book_id is null or c.dated_on <> r.cleared_on or c.amount_minor <> r.amount_minor or c.currency <> r.currency);

delete from invoice_row r using finding f where f.is_bad and f.file = r.file and f.line = r.line;
