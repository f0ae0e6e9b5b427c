-- A scorecard of default that was fitted is a model as well: kept, compared and put in force like one of lateness.
alter table model drop constraint model_kind;
alter table model add constraint model_kind check (kind in ('lateness', 'default'));
