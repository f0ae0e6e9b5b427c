-- Who a person is at a provider of identities. One of each provider: an address that passes to somebody new brings nobody’s rights along.
create table person_identity (
  issuer text not null,
  subject text not null,
  person_id bigint not null references person (id) on delete cascade,
  since timestamptz not null,
  primary key (issuer, subject),
  unique (person_id, issuer)
);

-- A sign-in that went to the provider and has not come back, by the hash of its cookie; used once.
create table oidc_sign_in (
  hash bytea primary key constraint oidc_sign_in_hash check (length(hash) = 32),
  state text not null,
  nonce text not null,
  verifier text not null,
  ends_at timestamptz not null
);
