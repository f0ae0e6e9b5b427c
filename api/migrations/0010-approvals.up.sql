-- Up to which amount, in minor units of the reporting currency, a role acts alone and approves what others ask for.
-- Dated: a decision of last year is judged by what held then.
create table authority (
  action text not null constraint authority_action check (action in ('set credit limit', 'release hold')),
  role text not null constraint authority_role check (role in ('sales', 'finance', 'manager', 'auditor', 'admin')),
  valid_from date not null,
  alone_up_to bigint constraint authority_alone check (alone_up_to >= 0), -- null: never alone
  approves_up_to bigint constraint authority_approves check (approves_up_to >= 0), -- null: any amount
  source text not null,
  primary key (action, role, valid_from)
);
insert into authority (action, role, valid_from, alone_up_to, approves_up_to, source) values
  ('set credit limit', 'finance', '2000-01-01', 1000000, 5000000, 'default of the product: set your own'),
  ('set credit limit', 'manager', '2000-01-01', 5000000, null, 'default of the product: set your own'),
  ('release hold', 'finance', '2000-01-01', null, 2500000, 'default of the product: set your own'),
  ('release hold', 'manager', '2000-01-01', null, null, 'default of the product: set your own');

-- What one person asks for and another approves.
create table approval (
  customer_id bigint not null constraint approval_customer_id_fkey references customer (id) on delete cascade,
  id bigint generated always as identity,
  action text not null constraint approval_action check (action in ('set credit limit', 'release hold')),
  input jsonb not null,
  summary text not null,
  reason text,
  amount_minor bigint, -- of what is at stake, in the reporting currency; null: no bound, or no rate to tell
  currency text not null,
  state text not null default 'waiting' constraint approval_state check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  asked_by bigint not null references person (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by bigint references person (id),
  decided_by_name text,
  decided_at timestamptz,
  note text,
  primary key (customer_id, id),
  constraint approval_decided check ((state = 'waiting') = (decided_by is null)),
  -- Four eyes: only taking it back is one’s own.
  constraint approval_by_another check (decided_by <> asked_by or state = 'withdrawn')
);
create unique index approval_waiting on approval (customer_id, action) where state = 'waiting';
create index approval_newest on approval (asked_at, id);
select keep_to_own_customers('approval');
grant select on authority to goodstanding_own;
