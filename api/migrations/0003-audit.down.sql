drop trigger audit_entry_linked on audit_entry;
drop trigger audit_entry_stays on audit_entry;
drop table audit_link;
drop function link_audit_entry();
drop function audit_hash(bytea, bigint, audit_entry);
drop function refuse_rewriting();
alter table audit_entry drop column origin;
