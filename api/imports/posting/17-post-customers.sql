insert into exchange_rate (currency, to_currency, valid_on, rate, source, set_by, set_at)
select currency, to_currency, valid_on, rate, source, (select posted_by from this_import), (select at from this_import) from rate_row where book_rate is null;

insert into customer (id, number, name, entity_type, country, currency, registration_number, parent_id, segment, terms_days, credit_limit_minor, known_at)
select n.id, n.number, n.name, n.entity_type, n.country, n.currency, n.registration_number, coalesce(p.id, k.id), n.segment, n.terms_days,
       n.credit_limit_minor, (select case when is_first then null else at end from this_import)
  from new_customer n
  left join new_customer p on p.number = n.parent_number
  left join customer k on k.number = n.parent_number
 order by n.id;

update customer c
   set name = u.name, entity_type = u.entity_type, country = u.country, currency = u.currency, registration_number = u.registration_number,
       parent_id = p.id, segment = u.segment, terms_days = u.terms_days, credit_limit_minor = u.credit_limit_minor
  from changed_customer u left join customer p on p.number = u.parent_number
 where c.id = u.id;

insert into contact (customer_id, name, email, phone, postal_address) select customer_id, name, email, phone, postal_address from contact_to_write where id is null;
update contact c set name = w.name, email = w.email, phone = w.phone, postal_address = w.postal_address
  from contact_to_write w where c.customer_id = w.customer_id and c.id = w.id;
