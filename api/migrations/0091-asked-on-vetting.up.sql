-- Whether a provider is asked by itself about a company that is vetted: dated, like how long its reports are used again.
alter table credit_check_reuse add column is_asked_on_vetting boolean not null default true;
