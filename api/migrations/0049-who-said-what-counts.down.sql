alter table person drop column added_by_id;
alter table book drop column currency_set_by, drop column currency_set_at;
alter table exchange_rate drop column set_at;
