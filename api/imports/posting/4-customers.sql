create temp table customer_row on commit drop as
select s.*, row_number() over w as nth, first_value(s.file) over w as first_file, first_value(s.line) over w as first_line, c.id as book_id
  from staged_customer s
  left join customer c on c.number = s.customer_number
 where s.problems is null
window w as (partition by s.customer_number order by s.file, s.line);

-- The same number twice: the first row holds, others must say the same.
insert into finding
select d.key is not null, r.file, r.line, coalesce(replace(d.key, '_minor', ''), 'customer_number'),
       coalesce(d.value, case when d.key is null then r.customer_number end),
       case when d.key is null then 'repeated' else 'duplicateDiffers' end,
       jsonb_build_object('number', r.customer_number, 'other', d.other, 'file', r.first_file, 'line', r.first_line,
                          'currency', case when d.key = 'credit_limit_minor' then r.currency end)
  from customer_row r
  join customer_row f on f.customer_number = r.customer_number and f.nth = 1
  left join lateral (
    select a.key, a.value, b.value as other
      from jsonb_each_text(to_jsonb(r)) a
      join jsonb_each_text(to_jsonb(f)) b on b.key = a.key
     where a.key not in ('file', 'line', 'nth') and a.value is distinct from b.value
     limit 1) d on true
 where r.nth > 1;

delete from customer_row r where nth > 1 or exists (select from finding f where f.is_bad and f.file = r.file and f.line = r.line);
analyze customer_row;
