update clause set body = replace(body, '{restoreDays}', '14 days') where key = 'deposit' and set_by = 'the product';
update clause set body = replace(body, '{interest} a year', '8 per cent a year') where key = 'late-payment' and country = '**' and set_by = 'the product';
update clause set body = replace(body, ' ({interestByLaw} a year for what falls due now)', '') where key = 'late-payment' and set_by = 'the product';
update clause set body = replace(body, '{disputeDays}', '30 days') where key = 'disputes' and set_by = 'the product';
update clause set body = replace(body, '{reportingDays}', '14 days') where key = 'credit-reporting' and set_by = 'the product';
