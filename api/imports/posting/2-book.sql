-- The rows that could not be read; and whether this import is the first, and takes the place of the demo book.
insert into finding
select true, s.file, s.line, p.field, p.value, p.problem, p.details
  from (select file, line, problems from staged_rate where problems is not null
        union all select file, line, problems from staged_customer where problems is not null
        union all select file, line, problems from staged_invoice where problems is not null
        union all select file, line, problems from staged_payment where problems is not null) s,
       jsonb_to_recordset(s.problems) as p (field text, value text, problem text, details jsonb);

analyze staged_rate, staged_customer, staged_invoice, staged_payment;

update this_import
   set removes_demo = b.is_demo and not keeps_demo
       and exists (select from staged_customer where problems is null union all select from staged_invoice where problems is null)
       and not exists (
         select from customer c
          where c.number in (select customer_number from staged_customer where problems is null
                             union select customer_number from staged_invoice where problems is null
                             union select customer_number from staged_payment where problems is null))
  from book b;
update this_import t
   set is_first = t.removes_demo or (b.opened_on is null and not exists (select from invoice) and not exists (select from credit))
  from book b;
