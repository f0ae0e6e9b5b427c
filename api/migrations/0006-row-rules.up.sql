-- Who reaches which rows, kept by the database and not by each query.
--   goodstanding_program  the program: owns the tables of the book; may only add to the audit, and read it
--   goodstanding_own      the program in the name of somebody who sees only the customers they own
-- Roles belong to the whole server: they may be there already.
do $$
declare
  wanted text;
  -- Since PostgreSQL 16 whoever makes a role looks after it, and may enter it only when that is granted too.
  entering constant text := case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach wanted in array array['goodstanding_program', 'goodstanding_own'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then execute format('create role %I', wanted); end if;
      if not pg_has_role(current_user, wanted, entering) then execute format('grant %I to current_user', wanted); end if;
    exception
      when duplicate_object or unique_violation then null; -- another database of this server was quicker
      when insufficient_privilege then
        raise exception 'The user % of the database may not make roles. Have whoever runs the database do: create role goodstanding_program; create role goodstanding_own; grant goodstanding_program, goodstanding_own to %; and start again.',
          current_user, quote_ident(current_user) using errcode = 'insufficient_privilege';
    end;
  end loop;
end $$;
grant create, usage on schema public to goodstanding_program;
grant usage on schema public to goodstanding_own;

-- The audit stays with whoever migrates; everything else is handed over. Run after every migration.
create function hand_over_to_program() returns void language plpgsql as $$
declare
  each record;
begin
  -- Who is to own a table must be able to make one there.
  if to_regnamespace('graphile_worker') is not null then
    grant create, usage on schema graphile_worker to goodstanding_program;
  end if;
  for each in
    select c.oid::regclass as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'S')
       and c.oid not in ('audit_entry'::regclass, 'audit_link'::regclass, 'public.migrations'::regclass)
       and c.relowner <> 'goodstanding_program'::regrole
       -- A sequence of a column goes with its table.
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
  loop
    execute format('alter %s %s owner to goodstanding_program',
      case each.kind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, each.name);
  end loop;
end $$;

grant select, insert on audit_entry to goodstanding_program;
grant insert on audit_entry to goodstanding_own;
grant select on audit_link, migrations to goodstanding_program;

create function own_customers() returns bigint[] language sql stable parallel safe as $$
  select coalesce(array_agg(id), '{}') from customer where owner_id = nullif(current_setting('goodstanding.person', true), '')::bigint
$$;

-- For every table about a customer. As a subquery it is asked once a statement, and indexes on customer_id serve it.
create function keep_to_own_customers(relation regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', relation);
  execute format('create policy own_customers on %s to goodstanding_own using (customer_id = any ((select own_customers())::bigint[]))', relation);
  execute format('grant select, insert, update, delete on %s to goodstanding_own', relation);
end $$;

alter table customer enable row level security;
create policy own_customers on customer to goodstanding_own
  using (owner_id = nullif(current_setting('goodstanding.person', true), '')::bigint);
grant select, insert, update on customer to goodstanding_own;
select keep_to_own_customers(t::regclass) from unnest(array['contact', 'invoice', 'credit', 'allocation', 'score', 'decision',
  'delivery', 'delivery_line', 'standing', 'standing_change', 'dismissed_proposal']) t;

-- What is about no customer, and everybody may see.
grant select on book, exchange_rate, scoring_run to goodstanding_own;
