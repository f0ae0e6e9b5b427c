-- Which group of customers one belongs to, in the words of the accounting system: key account, retail, export.
alter table customer add column segment text constraint customer_segment check (segment <> '');
create index customer_by_segment on customer (segment) where segment is not null;
