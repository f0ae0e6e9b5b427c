-- Loses reviews, definitions set since, and what scores were made of.
drop table score_due;
drop table score_review;
drop table default_event;
drop table default_definition;
alter table score drop column inputs, drop column is_too_thin;
