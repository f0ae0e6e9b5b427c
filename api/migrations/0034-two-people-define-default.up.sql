-- What counts as a default changes every score that is ever fitted: it takes two people, as the policy does.
alter table default_definition add column approved_by text; -- null: by the product, or on the command line

alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition'));
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline', 'activate policy', 'set default definition'));
alter table approval drop constraint approval_of_customer, add constraint approval_of_customer
  check ((customer_id is null) = (action in ('activate policy', 'set default definition')));
insert into authority (action, role, valid_from, alone_up_to, approves_up_to, source) values
  ('set default definition', 'finance', '2000-01-01', null, 0, 'default of the product: set your own'),
  ('set default definition', 'manager', '2000-01-01', null, null, 'default of the product: set your own');
