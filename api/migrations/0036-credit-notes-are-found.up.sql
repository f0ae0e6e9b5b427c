-- Few credits are credit notes, and every scoring asks which invoices they settled.
create index credit_credit_note on credit (customer_id, id) where kind = 'credit_note';
