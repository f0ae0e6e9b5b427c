drop table approval;
drop table authority;
