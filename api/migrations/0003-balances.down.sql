drop trigger credit_currency_kept on credit;
drop trigger invoice_currency_kept on invoice;
drop function refuse_other_currency();
