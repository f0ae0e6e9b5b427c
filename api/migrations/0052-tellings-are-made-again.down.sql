drop table lateness_telling;
