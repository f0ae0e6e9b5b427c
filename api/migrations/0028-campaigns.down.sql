-- Calls, pauses, drafts and who was held out are lost.
drop index delivery_line_cycle;
drop index delivery_attempted;
alter table delivery drop column at_once;
alter table delivery drop column reply_to;
delete from delivery where channel = 'call';
alter table delivery drop constraint delivery_channel;
alter table delivery add constraint delivery_channel check (channel in ('email'));
drop table reminder_sending;
drop table reminder_trial;
drop table reminder_pause;
drop table campaign;
