-- What is wrong with a row by itself: one finding a row, the plainest first.
insert into finding
select true, file, line, field, value, problem, details
  from (
    select file, line,
           case when customer_id is null then 'unknownCustomer'
                when amount_minor < 0 and kind <> 'returned_payment' then 'negativePayment'
                when invoice_number is not null and invoice_id is null then 'unknownInvoice'
                when invoice_currency <> currency then 'currencyDiffers'
                when kind = 'write_off' and invoice_number is null then 'writeOffWithoutInvoice'
                when parts > 1 and invoice_number is null then 'partWithoutInvoice'
                when parts > 1 and allocated_minor is null then 'partWithoutAmount'
                when allocated_minor is not null and invoice_number is null then 'amountWithoutInvoice'
                when sign(allocated_minor) <> sign(amount_minor) then 'negativePayment'
           end as problem,
           case when customer_id is null then 'customer_number'
                when amount_minor < 0 and kind <> 'returned_payment' then 'amount'
                when invoice_number is null or invoice_id is null then 'invoice_number'
                when invoice_currency <> currency then 'currency'
                else 'allocated_amount' end as field,
           case when customer_id is null then customer_number
                when amount_minor < 0 and kind <> 'returned_payment' then amount_minor::text
                when invoice_currency <> currency then currency
                when invoice_number is not null and invoice_id is null then invoice_number end as value,
           jsonb_build_object('number', number, 'customer', customer_number, 'other', invoice_currency, 'currency', currency) as details
      from payment_row
     where customer_id is null or kind = 'write_off' and invoice_number is null or invoice_number is not null and invoice_id is null or invoice_currency <> currency
        or amount_minor < 0 and kind <> 'returned_payment' or parts > 1 and (invoice_number is null or allocated_minor is null)
        or allocated_minor is not null and (invoice_number is null or sign(allocated_minor) <> sign(amount_minor))) p;

-- The same invoice twice on one day in one payment, with different amounts.
insert into finding
select true, file, line, 'allocated_amount', allocated_minor::text, 'sameInvoiceTwice', jsonb_build_object('number', invoice_number, 'currency', currency)
  from (select *, row_number() over (partition by credit_id, invoice_id, allocated_on order by file, line) as times
          from payment_row where parts > 1 and invoice_id is not null) p
 where times > 1;

-- What of it the book has already.
create temp table part_in_book on commit drop as
select r.file, r.line, r.credit_id, sum(a.amount_minor) as amount_minor
  from payment_row r
  join allocation a on a.customer_id = r.customer_id and a.credit_id = r.book_id and a.invoice_id = r.invoice_id
                   and a.allocated_on = coalesce(r.given_on, a.allocated_on)
 where r.book_id is not null
 group by r.file, r.line, r.credit_id;
insert into finding
select true, r.file, r.line, 'allocated_amount', r.allocated_minor::text, 'bookDiffers',
       jsonb_build_object('number', r.number, 'other', b.amount_minor::text, 'currency', r.currency)
  from payment_row r join part_in_book b on b.file = r.file and b.line = r.line and b.credit_id = r.credit_id
 where r.allocated_minor <> b.amount_minor
   and not exists (select from finding f where f.is_bad and f.file = r.file and f.line = r.line);
update payment_row r set is_in_book = true
  from part_in_book b where b.file = r.file and b.line = r.line and b.credit_id = r.credit_id;
