-- Of a message to a group only what it says to its addressee can be kept.
delete from delivery_line where customer_id <> addressee_id;
drop index delivery_line_of_group;
drop index delivery_line_delivery;
alter table delivery_line drop constraint delivery_line_addressee_id_delivery_id_fkey;
alter table delivery_line drop column addressee_id;
alter table delivery_line add constraint delivery_line_customer_id_delivery_id_fkey
  foreign key (customer_id, delivery_id) references delivery (customer_id, id) on delete cascade;
create index delivery_line_delivery on delivery_line (customer_id, delivery_id);
update campaign set document = document - 'groupsTogether' where made_by = 'the product' and state = 'active';
