-- Loses what came back to messages, and which addresses are not written to.
drop table webhook_taken, mail_taken, contact_mail_state, incoming_mail;
alter table delivery drop column mail_token;
