-- Other programs that are told what became of messages. The secret is sealed; it is shown once.
create table webhook_endpoint (
  id bigint generated always as identity primary key,
  url text not null constraint webhook_endpoint_url check (url ~ '^https?://'),
  name text not null,
  events text[] not null constraint webhook_endpoint_events check (cardinality(events) > 0),
  secret bytea,
  made_by bigint constraint webhook_endpoint_made_by_fkey references person (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  rests_until timestamptz, -- it did not answer: nobody waits for it until then
  constraint webhook_endpoint_ended check (ended_at is null or secret is null)
);

-- What an endpoint is told about a customer: in their order, each until it is taken or given up.
create table webhook_event (
  customer_id bigint not null constraint webhook_event_customer_id_fkey references customer (id) on delete cascade,
  id bigint generated always as identity,
  endpoint_id bigint not null constraint webhook_event_endpoint_id_fkey references webhook_endpoint (id),
  type text not null,
  event_key text not null, -- what happened, so that nothing is told as two events
  body jsonb not null,
  happened_at timestamptz not null,
  state text not null default 'waiting' constraint webhook_event_state check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  attempted_at timestamptz,
  error text,
  primary key (customer_id, id),
  constraint webhook_event_once unique (customer_id, endpoint_id, event_key)
);
create index webhook_event_waiting on webhook_event (customer_id, endpoint_id, id) where state = 'waiting';
create index webhook_event_newest on webhook_event (happened_at, id);
select keep_to_own_customers('webhook_event');
