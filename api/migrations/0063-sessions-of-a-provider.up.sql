-- Who came by a provider of identities was asked for a second factor there; the same person by a password was not.
alter table session add column is_at_provider boolean not null default false;
