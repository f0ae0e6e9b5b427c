-- Text messages, letters, their words and postal addresses are lost.
alter table reminder_template drop column short_text;
alter table contact drop column postal_address;
drop index delivery_letters;
delete from delivery where channel in ('sms', 'letter');
alter table delivery drop constraint delivery_channel;
alter table delivery add constraint delivery_channel check (channel in ('email', 'call'));
