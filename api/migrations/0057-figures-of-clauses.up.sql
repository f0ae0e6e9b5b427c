-- When a deposit is released is a figure of the policy, not a word of the clause; words that people set stay theirs.
update clause set body = replace(body, 'six invoices in a row were paid on average no more than three days late',
                                       '{releaseInvoices} in a row were paid on average no more than {releaseDaysLate} late')
 where key = 'deposit' and set_by = 'the product';
