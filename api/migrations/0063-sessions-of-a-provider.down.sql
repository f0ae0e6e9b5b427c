alter table session drop column is_at_provider;
