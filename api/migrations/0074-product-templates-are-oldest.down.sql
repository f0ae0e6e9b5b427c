update reminder_template set set_at = now() where set_by = 'the product';
