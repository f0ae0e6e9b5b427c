-- What another program was told goes after a time; that it was told stays, or it would be told again.
create table webhook_told (
  customer_id bigint not null constraint webhook_told_customer_id_fkey references customer (id) on delete cascade,
  endpoint_id bigint not null constraint webhook_told_endpoint_id_fkey references webhook_endpoint (id),
  event_key text not null,
  primary key (customer_id, endpoint_id, event_key)
);
select keep_to_own_customers('webhook_told');
alter table retention drop constraint retention_what, add constraint retention_what
  check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision',
    'applications without a decision', 'told events'));
insert into retention values
  ('told events', '2000-01-01', 90, 'A quarter of a year: to look into what another program says it was not told.');
