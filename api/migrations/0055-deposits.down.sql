-- Loses what came in and was given back of deposits; what is held of each customer stays.
delete from authority where action = 'release deposit';
delete from approval where action = 'release deposit';
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition', 'accept customer'));
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition', 'accept customer'));
alter table agreement drop column release_invoices, drop column release_days_late, drop column deposit_released_on;
drop table deposit_movement;
