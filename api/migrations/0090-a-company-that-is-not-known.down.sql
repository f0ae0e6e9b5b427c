alter table credit_check_request drop column number, drop column is_unknown;
