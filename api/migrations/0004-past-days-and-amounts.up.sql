-- What past days read (api/ledger/open-items.ts), for fewer and quicker rows: nine in ten invoices are settled within 75
-- days of their issue, where the indexes of 0001 said 120, and a row of an index is read faster when the one column of
-- varying length is the last.

drop index invoice_issued;
create index invoice_issued on invoice (issued_on)
  include (settled_on, due_on, amount_minor, allocated_minor, first_allocated_on, last_allocated_on, customer_id, id, is_disputed, currency);
drop index invoice_open_long;
create index invoice_open_long on invoice (issued_on)
  include (settled_on, due_on, amount_minor, allocated_minor, first_allocated_on, last_allocated_on, customer_id, id, is_disputed, currency)
  where settled_on is null or settled_on - issued_on > 75;

-- An amount stays at or above what was set against it at the end of every day; the checks know only what is now.
create function refuse_amount_below_allocated() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'invoice'
    then perform full_since(new.customer_id, new.amount_minor, invoice => new.id);
    else perform full_since(new.customer_id, new.amount_minor, credit => new.id);
  end if;
  return new;
end $$;
create trigger invoice_amount_kept before update of amount_minor on invoice for each row
  when (old.amount_minor <> new.amount_minor and old.last_allocated_on is not null) execute function refuse_amount_below_allocated();
create trigger credit_amount_kept before update of amount_minor on credit for each row
  when (old.amount_minor <> new.amount_minor and old.last_allocated_on is not null) execute function refuse_amount_below_allocated();

-- A running sum that leaves out what would lead beyond its bounds: of what an import sets against an invoice, all that fits.
create function add_within(running bigint, minor bigint, opening bigint, lowest bigint, highest bigint) returns bigint language sql immutable parallel safe as $$
  select coalesce(running, opening) + case
    when minor > 0 and coalesce(running, opening) + minor <= highest or minor < 0 and coalesce(running, opening) + minor >= lowest then minor
    else 0 end
$$;
create aggregate sum_within(minor bigint, opening bigint, lowest bigint, highest bigint) (sfunc = add_within, stype = bigint, parallel = safe);
