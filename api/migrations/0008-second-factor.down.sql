-- Second factors are lost: passwords alone let in again.
drop table recovery_code;
drop table second_factor;
