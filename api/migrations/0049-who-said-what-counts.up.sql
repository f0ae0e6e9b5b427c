-- When a rate was set, whatever day it is for; and who says in which currency the bounds of authority are read.
alter table exchange_rate add column set_at timestamptz;
alter table book add column currency_set_by text, add column currency_set_at timestamptz;
-- Who added a person: whom visitors of the demo book add, goes with it. Null: the command line, or a provider of identities.
alter table person add column added_by_id bigint constraint person_added_by_id_fkey references person (id);
