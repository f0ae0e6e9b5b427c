drop aggregate sum_within(bigint, bigint, bigint, bigint);
drop function add_within(bigint, bigint, bigint, bigint, bigint);
drop trigger credit_amount_kept on credit;
drop trigger invoice_amount_kept on invoice;
drop function refuse_amount_below_allocated();
drop index invoice_open_long;
create index invoice_open_long on invoice (issued_on)
  include (settled_on, due_on, currency, amount_minor, allocated_minor, first_allocated_on, last_allocated_on, is_disputed, customer_id, id)
  where settled_on is null or settled_on - issued_on > 120;
drop index invoice_issued;
create index invoice_issued on invoice (issued_on)
  include (settled_on, due_on, currency, amount_minor, allocated_minor, first_allocated_on, last_allocated_on, is_disputed, customer_id, id);
