-- Taken, but worth a look: contradicting days, and rows equal in all but the document number.
insert into finding
select false, file, line, 'due_on', due_on::text, 'dueBeforeIssued', jsonb_build_object('other', issued_on::text)
  from invoice_row where due_on < issued_on and nth = 1
union all
select false, file, line, 'cleared_on', cleared_on::text, 'clearedBeforeIssued', jsonb_build_object('other', issued_on::text)
  from invoice_row where cleared_on < issued_on and nth = 1
union all
select false, file, line, v.field, v.day::text, 'afterToday', null
  from invoice_row, this_import, lateral (values ('issued_on', issued_on), ('cleared_on', cleared_on)) as v (field, day)
 where greatest(issued_on, cleared_on) > today and v.day > today and nth = 1
union all
select false, file, line, 'amount', amount_minor::text, 'takenAsCreditNote', jsonb_build_object('currency', currency)
  from staged_invoice where problems is null and amount_minor < 0;

insert into finding
select false, file, line, 'invoice_number', number, 'suspectedDuplicate', jsonb_build_object('number', first_number, 'file', first_file, 'line', first_line)
  from (select r.file, r.line, r.number, row_number() over w as nth, first_value(r.number) over w as first_number,
               first_value(r.file) over w as first_file, first_value(r.line) over w as first_line
          from invoice_row r
          join (select customer_id, issued_on, due_on, amount_minor, currency from invoice_row where nth = 1
                 group by customer_id, issued_on, due_on, amount_minor, currency having count(*) > 1) g
            using (customer_id, issued_on, due_on, amount_minor, currency)
         where r.nth = 1
        window w as (partition by customer_id, issued_on, due_on, amount_minor, currency, r.payment_terms, r.cleared_on
                     order by r.file, r.line)) d
 where nth > 1;

-- A cleared invoice was paid in full on that day; the row is its own payment.
insert into staged_payment
select r.file, r.line, null::jsonb, r.currency, k.number, r.number, r.cleared_on, r.amount_minor, 'payment', r.number, r.amount_minor, r.cleared_on, true
  from invoice_row r join known_customer k on k.id = r.customer_id
 where r.cleared_on is not null;
-- A negative amount is a credit note. One that was cleared is used up: it was set against what was paid that day, so the
-- payments above are too high by it, and a payment out of the same amount puts that right.
insert into staged_payment
select file, line, null::jsonb, currency, customer_number, invoice_number, issued_on, -amount_minor, 'credit_note', null, null::bigint, null::date, true
  from staged_invoice where problems is null and amount_minor < 0
union all
select file, line, null, currency, customer_number, invoice_number, cleared_on, amount_minor, 'returned_payment', null, null, null, true
  from staged_invoice where problems is null and amount_minor < 0 and cleared_on is not null;

delete from invoice_row where nth > 1;
analyze staged_payment;
