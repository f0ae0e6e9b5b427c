-- What the product brought is older than whatever people made, whenever the schema was made.
update reminder_template set set_at = '2000-01-01' where set_by = 'the product';
update campaign set made_at = '2000-01-01' where made_by = 'the product';
