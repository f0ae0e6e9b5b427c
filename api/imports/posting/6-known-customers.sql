-- Every customer the documents may belong to, with its key: those of the book, and those this import brings.
create temp table known_customer on commit drop as
select n.number, coalesce(c.id, nextval('customer_id_seq')) as id, c.id is null as is_new
  from (select customer_number as number from customer_row
        union select customer_number from staged_invoice where problems is null) n
  left join customer c on c.number = n.number;

insert into known_customer
select c.number, c.id, false
  from (select distinct customer_number from staged_payment where problems is null) s
  join customer c on c.number = s.customer_number
 where not exists (select from known_customer k where k.number = c.number);
analyze known_customer;
