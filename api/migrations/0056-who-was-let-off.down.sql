-- Loses all but the newest of what was found out about two of one name.
delete from sanction_settlement s using sanction_settlement n where n.company = s.company and n.entry = s.entry and (n.settled_at, n.detail) > (s.settled_at, s.detail);
alter table sanction_settlement drop constraint sanction_settlement_pkey, add constraint sanction_settlement_pkey primary key (company, entry);
alter table sanction_settlement drop column detail;
