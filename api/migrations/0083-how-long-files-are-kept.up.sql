-- How long files of an import are kept, and what was said of their rows, is a setting like the others.
alter table retention drop constraint retention_what, add constraint retention_what
  check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision',
    'applications without a decision', 'told events', 'uploaded files'));
insert into retention values
  ('uploaded files', '2000-01-01', 30, 'A month: to mend what was set aside and import it again. They hold other people’s data.');
