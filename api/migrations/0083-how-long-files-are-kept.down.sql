delete from retention where what = 'uploaded files';
alter table retention drop constraint retention_what, add constraint retention_what
  check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision',
    'applications without a decision', 'told events'));
