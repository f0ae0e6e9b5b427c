-- What the model in force says of each open invoice, as of the day it was last asked; or why it says nothing.
create table invoice_lateness (
  customer_id bigint not null,
  invoice_id bigint not null,
  model_version integer not null,
  scored_on date not null,
  no_basis text constraint invoice_lateness_no_basis check (no_basis in ('no invoice due before', 'long overdue')),
  p_late double precision constraint invoice_lateness_p_late check (p_late between 0 and 1),
  p_late_7 double precision,
  p_late_30 double precision,
  p_paid_30 double precision constraint invoice_lateness_p_paid_30 check (p_paid_30 between 0 and 1), -- within 30 days of scored_on
  p_late_by_habit double precision,
  expected_days_late integer,
  expected_on date,
  reasons jsonb,
  primary key (customer_id, invoice_id),
  constraint invoice_lateness_customer_id_invoice_id_fkey foreign key (customer_id, invoice_id)
    references invoice (customer_id, id) on delete cascade,
  constraint invoice_lateness_told check ((no_basis is null) = (p_late is not null and p_late_7 is not null and p_late_30 is not null
    and p_paid_30 is not null and expected_days_late is not null and expected_on is not null and reasons is not null)),
  -- A longer delay is never likelier than a shorter one.
  constraint invoice_lateness_in_order check (p_late >= p_late_7 and p_late_7 >= p_late_30 and p_late_30 >= 0)
);
select keep_to_own_customers('invoice_lateness');

-- The last time all open invoices were asked about, and what one customer is asked with in between: how the book pays.
create table lateness_run (
  only_one boolean primary key default true constraint lateness_run_only_one check (only_one),
  model_version integer not null,
  scored_on date not null,
  invoices integer not null,
  book_habit bytea not null,
  finished_at timestamptz not null,
  problem text -- why the figures stand from before; null while all is well
);
grant select (scored_on, model_version, problem) on lateness_run to goodstanding_own;
