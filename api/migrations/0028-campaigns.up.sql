-- Who is reminded of what, when: a document a version, one of them active.
create table campaign (
  id bigint generated always as identity primary key,
  state text not null default 'draft' constraint campaign_state check (state in ('draft', 'active', 'retired')),
  document jsonb not null,
  note text not null,
  made_by text not null,
  made_at timestamptz not null,
  activated_by text,
  activated_at timestamptz,
  retired_at timestamptz,
  constraint campaign_was_active check ((state = 'draft') = (activated_at is null)),
  constraint campaign_retired check ((state = 'retired') = (retired_at is not null))
);
create unique index campaign_one_active on campaign (state) where state = 'active';
create unique index campaign_one_draft on campaign (state) where state = 'draft';
-- The ladder of the product: what analytics/reminders/campaign.ts says, which a test compares.
insert into campaign (state, document, note, made_by, made_at, activated_by, activated_at) values ('active', '{
  "steps": [
    {"key": "T-14", "offsetDays": -14, "channel": "email", "audience": {"grades": ["D", "E"], "termsFrom": 30}},
    {"key": "T-7", "offsetDays": -7, "channel": "email", "audience": {"grades": ["B", "C", "D", "E", "none"], "termsFrom": 15}},
    {"key": "T-3 low risk", "offsetDays": -3, "channel": "email", "audience": {"grades": ["A"], "termsFrom": 15}},
    {"key": "T-3 short terms", "offsetDays": -3, "channel": "email", "audience": {"termsUpTo": 14}},
    {"key": "T-3 call", "offsetDays": -3, "channel": "call", "audience": {"grades": ["D", "E"]}},
    {"key": "T+3", "offsetDays": 3, "channel": "email", "audience": {}},
    {"key": "T+7", "offsetDays": 7, "channel": "email", "audience": {"grades": ["B", "C", "D", "E", "none"]}},
    {"key": "T+14 call", "offsetDays": 14, "channel": "call", "audience": {}}
  ],
  "gapDays": 3, "catchUpDays": 3, "cashFeedDays": 7, "holdoutShare": 0, "holdoutHighRisk": false,
  "sendFrom": "09:00", "sendUntil": "16:30", "mostPerHour": 2000
}', 'The ladder of the product: low risk hears less, high risk earlier and by telephone.', 'the product', now(), 'the product', now());
grant select on campaign to goodstanding_own;

-- Reminders of a customer, or of one invoice, rest for a time: set by people, and by what handles disputes and promises.
create table reminder_pause (
  customer_id bigint not null constraint reminder_pause_customer_id_fkey references customer (id) on delete cascade,
  id bigint generated always as identity,
  invoice_id bigint,
  reason text not null constraint reminder_pause_reason check (reason in
    ('dispute', 'promise', 'plan', 'breathing_space', 'insolvency', 'legal', 'bounced', 'opted_out', 'replied', 'by_hand')),
  from_on date not null,
  until_on date, -- null: until somebody ends it
  note text,
  set_by text not null,
  set_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  primary key (customer_id, id),
  constraint reminder_pause_customer_id_invoice_id_fkey foreign key (customer_id, invoice_id) references invoice (customer_id, id) on delete cascade,
  constraint reminder_pause_until check (until_on >= from_on),
  constraint reminder_pause_ended check ((ended_at is null) = (ended_by is null))
);
create index reminder_pause_open on reminder_pause (customer_id) where ended_at is null;
create index reminder_pause_newest on reminder_pause (set_at, id);
select keep_to_own_customers('reminder_pause');

-- Who was reminded and who was held out, as it was when the first word would have been said.
create table reminder_trial (
  customer_id bigint not null,
  invoice_id bigint not null,
  campaign_id bigint not null references campaign (id),
  arm text not null constraint reminder_trial_arm check (arm in ('reminded', 'held_out')),
  entered_on date not null,
  due_on date not null,
  primary key (customer_id, invoice_id, campaign_id),
  constraint reminder_trial_customer_id_invoice_id_fkey foreign key (customer_id, invoice_id) references invoice (customer_id, id) on delete cascade
);
create index reminder_trial_campaign on reminder_trial (campaign_id);
select keep_to_own_customers('reminder_trial');

-- Whether messages go out at all, and by themselves. One row.
create table reminder_sending (
  id boolean primary key default true constraint reminder_sending_one_row check (id),
  is_stopped boolean not null default false,
  is_automatic boolean not null default false,
  reason text,
  changed_by text,
  changed_at timestamptz
);
insert into reminder_sending default values;
grant select on reminder_sending to goodstanding_own;

-- A call is a delivery that a person makes. Whoever answers reaches the customer’s own manager.
alter table delivery drop constraint delivery_channel;
alter table delivery add constraint delivery_channel check (channel in ('email', 'call'));
alter table delivery add column reply_to text;
alter table delivery add column at_once boolean not null default false; -- whatever the hour is where the recipient is
create index delivery_attempted on delivery (attempted_at) where attempted_at is not null;
create index delivery_line_cycle on delivery_line (cycle);
