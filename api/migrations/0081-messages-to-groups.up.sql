-- Companies of a group that share an address get one message: it is addressed to one of them, and its lines speak of all.
alter table delivery_line add column addressee_id bigint;
update delivery_line set addressee_id = customer_id;
alter table delivery_line alter column addressee_id set not null;
alter table delivery_line drop constraint delivery_line_customer_id_delivery_id_fkey;
alter table delivery_line add constraint delivery_line_addressee_id_delivery_id_fkey
  foreign key (addressee_id, delivery_id) references delivery (customer_id, id) on delete cascade;
drop index delivery_line_delivery;
create index delivery_line_delivery on delivery_line (addressee_id, delivery_id);
create index delivery_line_of_group on delivery_line (customer_id) where customer_id <> addressee_id;

-- The ladder of the product, where nobody has written another.
update campaign set document = document || '{"groupsTogether": true}' where made_by = 'the product' and state = 'active';
