drop index credit_credit_note;
