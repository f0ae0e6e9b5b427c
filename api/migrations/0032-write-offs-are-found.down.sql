drop index credit_write_off;
