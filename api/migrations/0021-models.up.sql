-- Fitted models. What was fitted is kept as it was written, byte for byte, with its checksum, and never changed; of each
-- kind one is in force and one may stand beside it to be compared.
create table model (
  id bigint generated always as identity primary key,
  kind text not null constraint model_kind check (kind in ('lateness')),
  version integer not null constraint model_version check (version > 0),
  state text not null constraint model_state check (state in ('challenger', 'champion', 'retired')),
  artefact json not null,
  checksum text not null constraint model_checksum check (checksum ~ '^[0-9a-f]{64}$'),
  champion_then json, -- the version in force then, and how good it was on the same invoices; not of the model itself
  objections jsonb not null, -- why it may not take the place of another; empty when it may
  trained_on date not null,
  trained_at timestamptz not null,
  trained_by text not null,
  in_force_since timestamptz,
  put_in_force_by text,
  retired_at timestamptz,
  constraint model_kind_version_key unique (kind, version),
  constraint model_in_force check (state <> 'champion' or (in_force_since is not null and put_in_force_by is not null)),
  constraint model_in_force_without_objection check (in_force_since is null or objections = '[]'),
  constraint model_retired check ((state = 'retired') = (retired_at is not null))
);
create unique index model_champion on model (kind) where state = 'champion';
create unique index model_challenger on model (kind) where state = 'challenger';

create function refuse_other_model() returns trigger language plpgsql as $$
begin
  raise exception 'a fitted model is kept as it is: train another one' using errcode = 'restrict_violation';
end $$;
create trigger model_unchanged before update of kind, version, artefact, checksum, objections, trained_on on model
  for each row execute function refuse_other_model();

-- What one person asks for and another approves: a model is about no customer, so this is not in the table of approvals.
create table model_promotion (
  id bigint generated always as identity primary key,
  model_id bigint not null constraint model_promotion_model_id_fkey references model (id),
  reason text not null constraint model_promotion_reason check (reason <> ''),
  state text not null default 'waiting' constraint model_promotion_state check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  asked_by bigint not null constraint model_promotion_asked_by_fkey references person (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by bigint constraint model_promotion_decided_by_fkey references person (id),
  decided_by_name text,
  decided_at timestamptz,
  note text,
  constraint model_promotion_decided check ((state = 'waiting') = (decided_by is null)),
  -- Four eyes: only taking it back is one’s own.
  constraint model_promotion_by_another check (decided_by <> asked_by or state = 'withdrawn')
);
create unique index model_promotion_waiting on model_promotion (model_id) where state = 'waiting';
