-- What was handed to an agency, to lawyers or to court is a default too, where the definition says so. What people have
-- defined stays as they did.
alter table default_definition add column counts_handed_over boolean not null default false;
update default_definition set counts_handed_over = true where set_by = 'the product';
alter table default_definition alter column counts_handed_over drop default;
alter table default_event drop constraint default_event_cause, add constraint default_event_cause
  check (cause in ('past due', 'insolvency', 'write-off', 'handed over'));
