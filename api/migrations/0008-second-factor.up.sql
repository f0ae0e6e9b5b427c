-- The secret is sealed with a key that is not in the database: who reads the table makes no codes from it.
create table second_factor (
  person_id bigint primary key references person (id) on delete cascade,
  secret bytea not null,
  began_at timestamptz not null,
  confirmed_at timestamptz, -- null: not asked for yet
  last_step bigint not null default 0 -- of the code taken last: none is taken twice
);

create table recovery_code (
  person_id bigint not null references second_factor (person_id) on delete cascade,
  hash bytea not null constraint recovery_code_hash check (length(hash) = 32),
  primary key (person_id, hash)
);
