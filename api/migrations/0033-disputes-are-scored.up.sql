-- An invoice that is contested, no longer contested, or corrected is something that happened to its customer: whoever
-- writes it, the customer is scored anew and its open invoices are told anew.
create function score_is_due() returns trigger language plpgsql as $$
begin
  insert into score_due (customer_id) values (new.customer_id) on conflict do nothing;
  return null;
end $$;

create trigger invoice_score_is_due after update of is_disputed, due_on, amount_minor, currency on invoice for each row
  when ((old.is_disputed, old.due_on, old.amount_minor, old.currency) is distinct from (new.is_disputed, new.due_on, new.amount_minor, new.currency))
  execute function score_is_due();
