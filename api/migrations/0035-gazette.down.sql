-- What The Gazette said is lost, but for decisions, which keep what they saw.
delete from credit_check_reuse where provider = 'gazette';
delete from credit_check_request where provider = 'gazette';
update decision d set credit_check_id = null from credit_check k
 where k.customer_id = d.customer_id and k.id = d.credit_check_id and k.provider = 'gazette';
delete from credit_check where provider = 'gazette';
alter table credit_check_request drop constraint credit_check_request_provider, add constraint credit_check_request_provider
  check (provider in ('companies house', 'creditsafe', 'dnb'));
alter table credit_check_reuse drop constraint credit_check_reuse_provider, add constraint credit_check_reuse_provider
  check (provider in ('companies house', 'creditsafe', 'dnb'));
alter table credit_check drop constraint credit_check_provider, add constraint credit_check_provider
  check (provider in ('typed in', 'companies house', 'creditsafe', 'dnb'));
