update campaign set made_at = now() where made_by = 'the product';
update reminder_template set set_at = now() where set_by = 'the product';
