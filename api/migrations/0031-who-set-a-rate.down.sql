alter table exchange_rate drop column set_by;
