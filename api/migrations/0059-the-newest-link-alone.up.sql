-- How many links were made to the form of an application: a mail that was queued for an older one is not sent.
alter table credit_application add column links_made integer not null default 0 constraint credit_application_links_made check (links_made >= 0);
