alter table session drop column id;
