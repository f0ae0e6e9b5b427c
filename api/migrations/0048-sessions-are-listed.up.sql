-- What a person ends one by one needs a name that is not its secret.
alter table session add column id bigint generated always as identity constraint session_id_key unique;
