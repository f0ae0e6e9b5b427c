-- Loses all credit checks, and the scales that were set: the ones we begin with come back with the table.
alter table decision drop column credit_check_id;
drop table credit_check_request;
drop table credit_check;
drop table credit_check_reuse;
drop table bureau_scale;
