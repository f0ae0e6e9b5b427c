-- Loses what became of offers, what was agreed, and what waits for approval of it.
delete from decision_override where outcome = 'decline';
alter table decision_override drop constraint decision_override_outcome, add constraint decision_override_outcome
  check (outcome in ('approve', 'approve_with_conditions'));
delete from authority where action = 'accept customer';
delete from approval where action = 'accept customer';
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition'));
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition'));
drop table agreement, offer_outcome;
