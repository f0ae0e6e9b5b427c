alter table approval drop constraint approval_decided, add constraint approval_decided
  check ((state = 'waiting') = (decided_by is null)) not valid;
