-- Words that are tried beside those in use: half of the customers get them, until one of the two is shown to be worse.
alter table reminder_template add column is_tried boolean not null default false;
create table template_comparison (
  id bigint generated always as identity primary key,
  language text not null,
  situation text not null,
  step text,
  first_id bigint not null constraint template_comparison_first_id_fkey references reminder_template (id),
  second_id bigint not null constraint template_comparison_second_id_fkey references reminder_template (id),
  begun_at timestamptz not null,
  begun_by text not null,
  ended_at timestamptz,
  ended_by text,
  keeps_second boolean,
  reason text,
  constraint template_comparison_of_two check (first_id <> second_id),
  constraint template_comparison_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (keeps_second is null))
);
create unique index template_comparison_open on template_comparison (language, situation, coalesce(step, '')) where ended_at is null;
create index template_comparison_newest on template_comparison (begun_at, id);
grant select on template_comparison to goodstanding_own;
create index delivery_template on delivery (template_id, planned_for);
