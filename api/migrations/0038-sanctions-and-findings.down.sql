drop index customer_name_begins;
drop index customer_plain_number;
drop table sanction_settlement, sanction_entry, sanction_list;
