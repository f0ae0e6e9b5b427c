-- Loses what acts changed and why: entries that say so no longer fit their hash, and `audit verify` names the first.
create or replace function audit_hash(previous bytea, place bigint, entry audit_entry) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(place, entry.id, (extract(epoch from entry.at) * 1000000)::bigint,
    entry.actor, entry.origin, entry.action, entry.subject_type, entry.subject_id, entry.details)::text, 'UTF8'))
$$;
alter table audit_entry drop column before, drop column after, drop column reason;
