delete from retention where what = 'applications without a decision';
alter table retention drop constraint retention_what, add constraint retention_what
  check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision'));
