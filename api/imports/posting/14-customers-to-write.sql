-- New customers: those of a customers file, and those that only invoices name (by their number where there is no name).
create temp table new_customer on commit drop as
select k.id, k.number, coalesce(r.name, n.name, k.number) as name, coalesce(r.entity_type, 'unknown') as entity_type, r.country,
       coalesce(r.currency, m.currency, (select default_currency from this_import)) as currency,
       r.registration_number, r.parent_number, r.segment, r.terms_days, r.credit_limit_minor
  from known_customer k
  left join customer_row r on r.customer_number = k.number
  left join (select distinct on (customer_id) customer_id, currency
               from (select customer_id, currency, count(*) as times from invoice_row group by 1, 2
                     union all select customer_id, currency, count(*) from payment_row group by 1, 2) c
              order by customer_id, times desc, currency) m on m.customer_id = k.id
  left join (select customer_number, max(customer_name) as name from staged_invoice
              where customer_name is not null and problems is null group by 1) n on n.customer_number = k.number
 where k.is_new and (r.customer_number is not null or m.customer_id is not null);

create temp table contact_to_write on commit drop as
select k.id as customer_id, c.id, coalesce(r.contact_name, c.name, r.contact_email, r.contact_phone, r.name) as name,
       coalesce(r.contact_email, c.email) as email, coalesce(r.contact_phone, c.phone) as phone,
       coalesce(regexp_replace(r.contact_address, '\s*;\s*', E'\n', 'g'), c.postal_address) as postal_address
  from customer_row r
  join known_customer k on k.number = r.customer_number
  left join lateral (select * from contact c where c.customer_id = k.id
                        and (lower(c.email) = lower(r.contact_email) or c.name = r.contact_name
                             or (coalesce(r.contact_email, r.contact_name, r.contact_phone) is null and c.name = r.name))
                      order by lower(c.email) = lower(r.contact_email) desc nulls last, c.id limit 1) c on true
 where coalesce(r.contact_name, r.contact_email, r.contact_phone, r.contact_address) is not null
   and (c.id is null or c.name <> r.contact_name or c.email is distinct from coalesce(r.contact_email, c.email)
                     or c.phone is distinct from coalesce(r.contact_phone, c.phone)
                     or c.postal_address is distinct from coalesce(regexp_replace(r.contact_address, '\s*;\s*', E'\n', 'g'), c.postal_address));

-- What a file does not say stays as it is, and a limit that we set is not raised by a file: that takes another person.
create temp table changed_customer on commit drop as
select c.id, coalesce(r.name, c.name) as name, coalesce(r.entity_type, c.entity_type) as entity_type, coalesce(r.country, c.country) as country,
       coalesce(r.currency, c.currency) as currency, coalesce(r.registration_number, c.registration_number) as registration_number,
       coalesce(r.parent_number, p.number) as parent_number, coalesce(r.segment, c.segment) as segment, coalesce(r.terms_days, c.terms_days) as terms_days,
       least(coalesce(r.credit_limit_minor, c.credit_limit_minor), c.credit_limit_minor) as credit_limit_minor
  from customer_row r
  join customer c on c.id = r.book_id
  left join customer p on p.id = c.parent_id
 where (c.name, c.entity_type, c.country, c.currency, c.registration_number, p.number, c.segment, c.terms_days, c.credit_limit_minor)
       is distinct from (coalesce(r.name, c.name), coalesce(r.entity_type, c.entity_type), coalesce(r.country, c.country),
         coalesce(r.currency, c.currency), coalesce(r.registration_number, c.registration_number), coalesce(r.parent_number, p.number),
         coalesce(r.segment, c.segment), coalesce(r.terms_days, c.terms_days), least(coalesce(r.credit_limit_minor, c.credit_limit_minor), c.credit_limit_minor))
    or exists (select from contact_to_write w where w.customer_id = c.id);

insert into finding
select false, r.file, r.line, 'credit_limit', r.credit_limit_minor::text, 'limitNotRaised',
       jsonb_build_object('number', c.number, 'other', c.credit_limit_minor::text, 'currency', c.currency)
  from customer_row r join customer c on c.id = r.book_id
 where r.credit_limit_minor > c.credit_limit_minor;
