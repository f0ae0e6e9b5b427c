drop trigger invoice_score_is_due on invoice;
drop function score_is_due();
