drop index credit_check_insolvent;
