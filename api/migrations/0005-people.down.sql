drop index audit_entry_of_book;
alter table customer drop column owner_id;
drop table sign_in_try;
drop table password_link;
drop table session;
drop table person;
