-- Loses the whole book.
drop table audit_entry, allocation, credit, invoice, contact, customer, exchange_rate, book;
drop function allocated_by(bigint, bigint, date);
drop function applied_by(bigint, bigint, date);
drop function keep_allocated();
drop function refuse_change();
drop function full_since(bigint, bigint, bigint, bigint);
drop function refuse_other_currency();
