-- The roles stay: other databases of the server may use them.
drop owned by goodstanding_own;
reassign owned by goodstanding_program to current_user;
drop owned by goodstanding_program;
do $$
declare
  relation regclass;
begin
  for relation in select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity loop
    execute format('alter table %s disable row level security', relation);
  end loop;
end $$;
drop function keep_to_own_customers(regclass);
drop function own_customers();
drop function hand_over_to_program();
