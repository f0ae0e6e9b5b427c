-- Events by this part are counted again by the next count, where there is one for them.
delete from default_event where cause = 'handed over';
alter table default_event drop constraint default_event_cause, add constraint default_event_cause
  check (cause in ('past due', 'insolvency', 'write-off'));
alter table default_definition drop column counts_handed_over;
