drop index delivery_template;
drop table template_comparison;
-- Words that were tried only are in use nowhere; what was sent in them keeps its text.
update delivery set template_id = null where template_id in (select id from reminder_template where is_tried);
delete from reminder_template where is_tried;
alter table reminder_template drop column is_tried;
