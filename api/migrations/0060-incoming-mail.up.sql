-- By what answers and reports of mail servers name a message of ours.
alter table delivery add column mail_token text constraint delivery_mail_token check (mail_token ~ '^[0-9a-f]{32}$');
create index delivery_mail_token on delivery (mail_token);

-- What came back to a message: bounces, complaints, answers. As text, whatever it was.
create table incoming_mail (
  customer_id bigint not null,
  id bigint generated always as identity,
  delivery_id bigint not null,
  kind text not null constraint incoming_mail_kind check (kind in ('bounced', 'delayed', 'complained', 'replied', 'auto_replied')),
  received_at timestamptz not null,
  sender text not null,
  subject text not null,
  body_text text not null,
  detail text, -- what the mail server said
  is_permanent boolean not null default false, -- of a bounce: asking again is of no use
  primary key (customer_id, id),
  constraint incoming_mail_customer_id_delivery_id_fkey foreign key (customer_id, delivery_id) references delivery (customer_id, id) on delete cascade
);
create index incoming_mail_newest on incoming_mail (received_at, id);
create index incoming_mail_delivery on incoming_mail (customer_id, delivery_id);
select keep_to_own_customers('incoming_mail');

-- An address that is not written to. It hangs on the address: whoever has a new one is written to again.
create table contact_mail_state (
  customer_id bigint not null constraint contact_mail_state_customer_id_fkey references customer (id) on delete cascade,
  address text not null constraint contact_mail_state_address check (address = lower(address)),
  state text not null constraint contact_mail_state_state check (state in ('bounced', 'complained')),
  since timestamptz not null,
  primary key (customer_id, address)
);
select keep_to_own_customers('contact_mail_state');

-- Each mail is taken once, by the hash of all of it; nothing of what it says is kept here.
create table mail_taken (
  fingerprint text primary key constraint mail_taken_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz not null,
  source text not null constraint mail_taken_source check (source in ('folder', 'webhook')),
  outcome text not null
);
-- What a mail service has told us already, by its own key.
create table webhook_taken (
  webhook_id text primary key,
  sent_at timestamptz not null,
  taken_at timestamptz not null
);
