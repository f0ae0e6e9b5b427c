-- Both know whether anything is set against them, so the trigger asks nothing and no other update meets it.
create function refuse_other_currency() returns trigger language plpgsql as $$
begin
  raise exception 'the currency of % is kept while something is allocated: reverse that first', old.number
    using errcode = 'check_violation', constraint = tg_table_name || '_currency_kept';
end $$;
create trigger invoice_currency_kept before update of currency on invoice for each row
  when (old.currency <> new.currency and old.last_allocated_on is not null) execute function refuse_other_currency();
create trigger credit_currency_kept before update of currency on credit for each row
  when (old.currency <> new.currency and old.last_allocated_on is not null) execute function refuse_other_currency();
