-- The demo book makes room for the real one: everything that hangs on a customer, and what was reckoned and invented for it.
truncate customer, scoring_run, mailbox_message, exchange_rate cascade;

-- Who came in by one click to look around is no person of the real book; whoever imports it sees to the end of it.
delete from session s using person p, this_import t
 where p.id = s.person_id and p.is_demo and p.id is distinct from t.posted_by_id;
