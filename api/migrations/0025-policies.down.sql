-- What was asked for and decided about policies is lost.
delete from authority where action = 'activate policy';
delete from approval where action = 'activate policy';
alter table approval drop constraint approval_of_customer;
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline'));
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline'));
drop index approval_waiting;
create unique index approval_waiting on approval (customer_id, action, subject_id) where state = 'waiting';
alter table approval drop constraint approval_key, alter column customer_id set not null,
  add constraint approval_pkey primary key (customer_id, id);
drop table policy;
