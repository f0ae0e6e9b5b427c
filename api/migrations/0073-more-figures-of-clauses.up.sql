-- Figures of the policy and of the law, not words of the clauses; words that people set stay theirs.
update clause set body = replace(body, 'restores the deposit within 14 days', 'restores the deposit within {restoreDays}')
 where key = 'deposit' and set_by = 'the product';
update clause set body = replace(body, 'simple interest of 8 per cent a year', 'simple interest of {interest} a year')
 where key = 'late-payment' and country = '**' and set_by = 'the product';
update clause set body = replace(body, 'above the official dealing rate of the Bank of England,',
                                       'above the official dealing rate of the Bank of England ({interestByLaw} a year for what falls due now),')
 where key = 'late-payment' and country = 'GB' and set_by = 'the product';
update clause set body = replace(body, 'above the main refinancing rate of the European Central Bank,',
                                       'above the main refinancing rate of the European Central Bank ({interestByLaw} a year for what falls due now),')
 where key = 'late-payment' and country = 'IE' and set_by = 'the product';
update clause set body = replace(body, 'in writing within 30 days of receiving an invoice', 'in writing within {disputeDays} of receiving an invoice')
 where key = 'disputes' and set_by = 'the product';
update clause set body = replace(body, 'in writing and waits 14 days;', 'in writing and waits {reportingDays};')
 where key = 'credit-reporting' and set_by = 'the product';
