-- Reminders look before each word whether a credit check has the customer in an insolvency procedure: few have one.
create index credit_check_insolvent on credit_check (customer_id) where report ->> 'isInsolvent' = 'true';
