alter table retention drop constraint retention_what, add constraint retention_what
  check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision',
    'applications without a decision'));
insert into retention values
  ('applications without a decision', '2000-01-01', 180, 'Half a year, as prospects: who has not been decided on by then is not going to be supplied.');
