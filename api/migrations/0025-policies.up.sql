-- What recommendations assume, as documents: one is in force, at most one is a draft, the others are kept because
-- decisions were made with them. What the program brings along is stored when the first decision is kept.
create table policy (
  version text primary key constraint policy_version check (version ~ '^policy-[0-9]+$'),
  state text not null constraint policy_state check (state in ('draft', 'in force', 'past')),
  document jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  reason text,
  approved_by text, -- null: by the product, or on the command line
  in_force_from timestamptz,
  in_force_to timestamptz,
  constraint policy_in_force_from check ((state = 'draft') = (in_force_from is null)),
  constraint policy_in_force_to check ((state = 'past') = (in_force_to is not null))
);
create unique index policy_one_draft on policy (state) where state = 'draft';
create unique index policy_one_in_force on policy (state) where state = 'in force';
-- Whoever keeps the first decision stores what it stands on.
grant select, insert on policy to goodstanding_own;

-- A policy is about no customer and takes two people as well.
alter table approval drop constraint approval_pkey, alter column customer_id drop not null,
  add constraint approval_key unique nulls not distinct (customer_id, id);
drop index approval_waiting;
create unique index approval_waiting on approval (customer_id, action, subject_id) nulls not distinct where state = 'waiting';
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy'));
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy'));
alter table approval add constraint approval_of_customer check ((customer_id is null) = (action = 'activate policy'));
insert into authority (action, role, valid_from, alone_up_to, approves_up_to, source) values
  ('activate policy', 'finance', '2000-01-01', null, 0, 'default of the product: set your own'),
  ('activate policy', 'manager', '2000-01-01', null, null, 'default of the product: set your own');
