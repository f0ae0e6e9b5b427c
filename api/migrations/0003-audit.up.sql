-- An entry stays as it was written, and each is linked to the one before it: who changes, removes or slips one in breaks
-- the chain there, even with rights that no rule of the database can take away.

alter table audit_entry add column origin text; -- from where; null for what was done before this was kept

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry for each statement execute function refuse_rewriting();

create table audit_link (
  place bigint primary key constraint audit_link_place check (place > 0),
  entry_id bigint not null constraint audit_link_entry_id_key unique constraint audit_link_entry_id_fkey references audit_entry (id),
  hash bytea not null constraint audit_link_hash check (length(hash) = 32)
);
create trigger audit_link_stays before update or delete or truncate on audit_link for each statement execute function refuse_rewriting();

-- SHA-256 over the link before and everything the entry says, the instant in microseconds since 1970.
create function audit_hash(previous bytea, place bigint, entry audit_entry) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(place, entry.id, (extract(epoch from entry.at) * 1000000)::bigint,
    entry.actor, entry.origin, entry.action, entry.subject_type, entry.subject_id, entry.details)::text, 'UTF8'))
$$;

-- Linked when the transaction commits, one at a time: nobody waits for another’s work, only for its last moment.
create function link_audit_entry() returns trigger language plpgsql security definer set search_path from current as $$
declare
  newest audit_link;
begin
  perform pg_advisory_xact_lock(7063907);
  select * into newest from audit_link order by place desc limit 1;
  insert into audit_link (place, entry_id, hash)
  values (coalesce(newest.place, 0) + 1, new.id, audit_hash(coalesce(newest.hash, ''), coalesce(newest.place, 0) + 1, new));
  return null;
end $$;
create constraint trigger audit_entry_linked after insert on audit_entry deferrable initially deferred
  for each row execute function link_audit_entry();

do $$
declare
  entry audit_entry;
  place bigint := 0;
  hash bytea := '';
begin
  for entry in select * from audit_entry order by id loop
    place := place + 1;
    hash := audit_hash(hash, place, entry);
    insert into audit_link values (place, entry.id, hash);
  end loop;
end $$;
