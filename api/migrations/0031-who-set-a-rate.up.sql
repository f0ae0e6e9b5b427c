-- Whoever set a rate is not alone under it: null for rates from before, and those the product came with.
alter table exchange_rate add column set_by text;
