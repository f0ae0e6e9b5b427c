-- A payment is taken whole or not at all: a bad row takes the other rows of its payment with it.
insert into finding
select distinct on (r.file, r.line) true, r.file, r.line, 'payment_number', r.number, 'setAsideWith', jsonb_build_object('number', r.number, 'file', b.file, 'line', b.line)
  from payment_row b
  join payment_row r on r.credit_id = b.credit_id
 where r.parts > 1
   and exists (select from finding f where f.is_bad and f.file = b.file and f.line = b.line)
   and not exists (select from finding f where f.is_bad and f.file = r.file and f.line = r.line)
 order by r.file, r.line, b.file, b.line;
delete from payment_row r using finding f where f.is_bad and f.file = r.file and f.line = r.line;
