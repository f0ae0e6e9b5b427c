-- Who was no longer to be asked by itself is not asked before this either.
alter table credit_check_reuse drop column is_asked_on_vetting;
