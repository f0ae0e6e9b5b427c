-- Loses what was set: the defaults come back with the table.
drop table retention;
