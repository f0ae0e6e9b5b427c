-- What messages say: a row a version, the newest of its language, situation and step counts.
create table reminder_template (
  id bigint generated always as identity primary key,
  language text not null constraint reminder_template_language check (language in ('en', 'de')),
  situation text not null constraint reminder_template_situation check (situation in ('before_one', 'before_several', 'overdue_one', 'overdue_several', 'both')),
  step text constraint reminder_template_step check (step <> ''), -- null: of any step
  subject text not null constraint reminder_template_subject check (subject <> '' and subject !~ '[\r\n]'),
  body text not null constraint reminder_template_body check (body <> ''),
  set_by text not null,
  set_at timestamptz not null
);
create index reminder_template_newest on reminder_template (language, situation, step, id);
grant select on reminder_template to goodstanding_own;
-- The words of the product.
insert into reminder_template (language, situation, subject, body, set_by, set_at) values
  ('en', 'before_one', 'Invoice {invoice} falls due {due}',
   E'Hello {contact},\n\nA friendly word ahead of time: this invoice falls due {due}.\n\n{list}', 'the product', now()),
  ('en', 'before_several', '{count} invoices of {customer} fall due {due}',
   E'Hello {contact},\n\nA friendly word ahead of time: these invoices fall due {due}.\n\n{list}', 'the product', now()),
  ('en', 'overdue_one', 'Invoice {invoice} was due {due}',
   E'Hello {contact},\n\nAccording to our books this invoice was due {due} and is still open.\n\n{list}', 'the product', now()),
  ('en', 'overdue_several', '{count} invoices of {customer} were due {due}',
   E'Hello {contact},\n\nAccording to our books these invoices were due {due} and are still open.\n\n{list}', 'the product', now()),
  ('en', 'both', '{count} invoices of {customer}: {overdueCount} overdue, {comingCount} due {due}',
   E'Hello {contact},\n\nAccording to our books these invoices are open; some were due already, the others fall due soon.\n\n{list}', 'the product', now()),
  ('de', 'before_one', 'Rechnung {invoice} ist {due} fällig',
   E'Guten Tag {contact},\n\neine freundliche Erinnerung vorab: Diese Rechnung ist {due} fällig.\n\n{list}', 'the product', now()),
  ('de', 'before_several', '{count} Rechnungen an {customer} sind {due} fällig',
   E'Guten Tag {contact},\n\neine freundliche Erinnerung vorab: Diese Rechnungen sind {due} fällig.\n\n{list}', 'the product', now()),
  ('de', 'overdue_one', 'Rechnung {invoice} war {due} fällig',
   E'Guten Tag {contact},\n\nnach unseren Büchern war diese Rechnung {due} fällig und ist noch offen.\n\n{list}', 'the product', now()),
  ('de', 'overdue_several', '{count} Rechnungen an {customer} waren {due} fällig',
   E'Guten Tag {contact},\n\nnach unseren Büchern waren diese Rechnungen {due} fällig und sind noch offen.\n\n{list}', 'the product', now()),
  ('de', 'both', '{count} Rechnungen an {customer}: {overdueCount} überfällig, {comingCount} {due} fällig',
   E'Guten Tag {contact},\n\nnach unseren Büchern sind diese Rechnungen offen; einige waren schon fällig, die anderen werden es bald.\n\n{list}', 'the product', now());

-- Which words a message was written in, and the secret of its pay link.
alter table delivery add column template_id bigint constraint delivery_template_id_fkey references reminder_template (id);
alter table delivery add column pay_token text constraint delivery_pay_token_key unique;
create table delivery_click (
  customer_id bigint not null,
  delivery_id bigint not null,
  at timestamptz not null,
  primary key (customer_id, delivery_id, at),
  constraint delivery_click_customer_id_delivery_id_fkey foreign key (customer_id, delivery_id) references delivery (customer_id, id) on delete cascade
);
select keep_to_own_customers('delivery_click');
