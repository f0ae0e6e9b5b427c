update clause set body = replace(body, '{releaseInvoices} in a row were paid on average no more than {releaseDaysLate} late',
                                       'six invoices in a row were paid on average no more than three days late')
 where key = 'deposit' and set_by = 'the product';
