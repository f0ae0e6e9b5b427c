-- What an act changed and why, apart from what else is worth knowing of it. Objects, so that a limit that was none and
-- a limit that is not spoken of are two things.
alter table audit_entry
  add column before jsonb constraint audit_entry_before check (jsonb_typeof(before) = 'object'),
  add column after jsonb constraint audit_entry_after check (jsonb_typeof(after) = 'object'),
  add column reason text;

-- An entry that has none of them is hashed as it always was, so the chain that is there stays whole. One that has any
-- is a longer array: none of the one kind can pass for the other.
create or replace function audit_hash(previous bytea, place bigint, entry audit_entry) returns bytea language sql stable as $$
  select sha256(previous || convert_to((
    jsonb_build_array(place, entry.id, (extract(epoch from entry.at) * 1000000)::bigint,
      entry.actor, entry.origin, entry.action, entry.subject_type, entry.subject_id, entry.details)
    || case when num_nonnulls(entry.before, entry.after, entry.reason) = 0 then '[]'::jsonb
            else jsonb_build_array(entry.before, entry.after, entry.reason) end)::text, 'UTF8'))
$$;
