-- The demo book makes room for the real one: everything that hangs on a customer, and what was reckoned and invented for it.
truncate customer, scoring_run, mailbox_message, exchange_rate cascade;
