drop table lateness_run;
drop table invoice_lateness;
