-- Fitted scorecards, and who put them in force, are lost; scores made by one stay, and cannot be made again.
delete from model_promotion where model_id in (select id from model where kind = 'default');
delete from model where kind = 'default';
alter table model drop constraint model_kind;
alter table model add constraint model_kind check (kind in ('lateness'));
