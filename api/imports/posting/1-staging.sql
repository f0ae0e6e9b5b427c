-- Where the rows of the files stand while they are checked: gone with the transaction.
create temp table this_import (
  today date not null,
  at timestamptz not null,
  keeps_demo boolean not null,
  default_currency text not null,
  posted_by text not null,
  posted_by_id bigint,
  removes_demo boolean not null default false,
  is_first boolean not null default false
) on commit drop;

-- A row with `problems` could not be read and has no values.
create temp table staged_rate (
  file smallint, line integer, problems jsonb,
  currency text, to_currency text, valid_on date, rate numeric(20,10), source text
) on commit drop;
create temp table staged_customer (
  file smallint, line integer, problems jsonb,
  currency text, customer_number text, name text, entity_type text, country text, registration_number text,
  parent_number text, segment text, terms_days integer, credit_limit_minor bigint, contact_name text, contact_email text, contact_phone text, contact_address text
) on commit drop;
create temp table staged_invoice (
  file smallint, line integer, problems jsonb,
  currency text, customer_number text, invoice_number text, issued_on date, due_on date, amount_minor bigint,
  payment_terms text, customer_name text, cleared_on date
) on commit drop;
-- The files that say when an invoice was paid: in these an empty day means that it is open.
create temp table file_with_clearing (file smallint) on commit drop;
create temp table staged_payment (
  file smallint, line integer, problems jsonb,
  currency text, customer_number text, payment_number text, paid_on date, amount_minor bigint, kind text,
  invoice_number text, allocated_amount_minor bigint, allocated_on date, is_from_invoice boolean not null default false
) on commit drop;

-- What there is to say about a row: bad ones are not imported, the rest are warnings.
create temp table finding (
  is_bad boolean not null, file smallint not null, line integer not null,
  field text, value text, problem text not null, details jsonb
) on commit drop;
