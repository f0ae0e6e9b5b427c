-- Keys of other programs. Only the hash is kept; the prefix lets people tell them apart. Revoked ones stay: the audit names them.
create table api_key (
  id bigint generated always as identity primary key,
  name text not null constraint api_key_name check (length(name) between 1 and 100),
  prefix text not null constraint api_key_prefix check (prefix ~ '^[0-9a-f]{8}$'),
  hash bytea not null constraint api_key_hash check (length(hash) = 32),
  permissions text[] not null constraint api_key_permissions check (cardinality(permissions) > 0),
  made_by bigint references person (id), -- null: made on the command line
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_expires check (expires_at > made_at and expires_at <= made_at + interval '366 days')
);
create unique index api_key_hash_key on api_key (hash);
