-- What the model of lateness told of a book on a day can be made again from what was known then: here stands by what it is
-- compared. The newest telling of a day.
create table lateness_telling (
  scored_on date primary key,
  model_version integer not null,
  invoices integer not null,
  checksum text not null constraint lateness_telling_checksum check (checksum ~ '^[0-9a-f]{64}$'), -- over its rows
  told_at timestamptz not null,
  customers_since integer not null default 0 -- told anew since, on that day, by themselves
);
