drop table credit_application;
