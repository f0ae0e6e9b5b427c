-- Few credits are write-offs, and every scoring asks which invoices they closed.
create index credit_write_off on credit (customer_id, id) where kind = 'write_off';
