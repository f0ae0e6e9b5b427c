-- Templates and clicks on pay links are lost.
drop table delivery_click;
alter table delivery drop column pay_token;
alter table delivery drop column template_id;
drop table reminder_template;
