-- Overrides, and requests for these two acts, are lost; write-offs stay in the ledger.
drop table decision_override;
delete from approval where action in ('write off', 'override decline');
delete from authority where action in ('write off', 'override decline');
drop index approval_waiting;
alter table approval drop column subject_id;
create unique index approval_waiting on approval (customer_id, action) where state = 'waiting';
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold'));
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold'));
