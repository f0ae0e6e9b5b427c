-- Rows whose parent is unknown, is the customer itself, or leads back to it. Run again until it finds none: a customer
-- set aside here may be the parent of another.
with recursive parent as (
  select customer_number as number, parent_number as parent from customer_row where parent_number is not null
  union all
  select c.number, p.number from customer c join customer p on p.id = c.parent_id
   where not (select removes_demo from this_import)
     and not exists (select from customer_row r where r.customer_number = c.number and r.parent_number is not null)
     and exists (select from customer_row r where r.parent_number is not null)
), up as (
  select number as start, parent, 1 as steps from parent
  union all
  select up.start, parent.parent, up.steps + 1 from up join parent on parent.number = up.parent
   where up.parent <> up.start and up.steps < 100
), found as (
  select r.file, r.line, r.parent_number,
         case when r.parent_number = r.customer_number then 'ownParent'
              when not exists (select from customer_row k where k.customer_number = r.parent_number)
               and not exists (select from customer c where c.number = r.parent_number and not (select removes_demo from this_import))
              then 'unknownParent'
              when exists (select from up where up.start = r.customer_number and up.parent = r.customer_number) then 'parentCircle'
         end as problem
    from customer_row r where r.parent_number is not null
), said as (
  insert into finding select true, file, line, 'parent_number', parent_number, problem, null from found where problem is not null
  returning file, line
)
delete from customer_row r using said where said.file = r.file and said.line = r.line;
