create temp table rate_row on commit drop as
select s.file, s.line, s.currency, s.to_currency, s.valid_on, s.rate, coalesce(s.source, 'import') as source,
       row_number() over w as nth, first_value(s.file) over w as first_file, first_value(s.line) over w as first_line,
       first_value(s.rate) over w as first_rate, e.rate as book_rate
  from staged_rate s
  left join exchange_rate e on e.currency = s.currency and e.to_currency = s.to_currency and e.valid_on = s.valid_on
                           and not (select removes_demo from this_import)
 where s.problems is null
window w as (partition by s.currency, s.to_currency, s.valid_on order by s.file, s.line);

insert into finding
select true, file, line, 'to_currency', to_currency, 'rateToItself', null from rate_row where currency = to_currency
union all
select true, file, line, 'rate', trim_scale(rate)::text, 'duplicateDiffers',
       jsonb_build_object('number', currency || ' on ' || valid_on, 'other', trim_scale(first_rate)::text, 'file', first_file, 'line', first_line)
  from rate_row where nth > 1 and rate <> first_rate
union all
select true, file, line, 'rate', trim_scale(rate)::text, 'bookDiffers',
       jsonb_build_object('number', currency || ' on ' || valid_on, 'other', trim_scale(book_rate)::text)
  from rate_row where nth = 1 and rate <> book_rate
union all
select false, file, line, 'rate', trim_scale(rate)::text, 'repeated', jsonb_build_object('file', first_file, 'line', first_line)
  from rate_row where nth > 1 and rate = first_rate;

delete from rate_row r where nth > 1 or exists (select from finding f where f.is_bad and f.file = r.file and f.line = r.line);
