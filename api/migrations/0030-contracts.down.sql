drop table contract;
drop table clause;
