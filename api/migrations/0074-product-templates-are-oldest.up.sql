-- What the product brought is older than whatever people set, whenever the schema was made.
update reminder_template set set_at = '2000-01-01' where set_by = 'the product';
