-- A request that an import has overtaken is taken back by the program: nobody decided it, but there is a moment.
alter table approval drop constraint approval_decided, add constraint approval_decided check (
  (state = 'waiting') = (decided_at is null) and (decided_by is not null or state in ('waiting', 'withdrawn')));
