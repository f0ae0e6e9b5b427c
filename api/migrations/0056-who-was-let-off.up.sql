-- Two on a list may have one name: who is let off is let off the one that was looked at, told apart by what the list says of it.
alter table sanction_settlement add column detail text not null default '';
alter table sanction_settlement drop constraint sanction_settlement_pkey, add constraint sanction_settlement_pkey primary key (company, entry, detail);
