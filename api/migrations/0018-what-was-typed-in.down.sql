-- The decisions keep their inputs: nothing is lost.
with gone as (
  update decision set credit_check_id = null
    from credit_check k
   where k.customer_id = decision.customer_id and k.id = credit_check_id and k.reference = 'vetting ' || decision.id
  returning k.customer_id, k.id
)
delete from credit_check k using gone where k.customer_id = gone.customer_id and k.id = gone.id;
