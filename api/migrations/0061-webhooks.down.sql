-- Loses who is told what, and what they were told.
drop table webhook_event, webhook_endpoint;
