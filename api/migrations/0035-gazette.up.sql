-- Notices of insolvency, as The Gazette publishes them: a petition stands there before the register knows of it.
alter table credit_check drop constraint credit_check_provider, add constraint credit_check_provider
  check (provider in ('typed in', 'companies house', 'creditsafe', 'dnb', 'gazette'));
alter table credit_check_reuse drop constraint credit_check_reuse_provider, add constraint credit_check_reuse_provider
  check (provider in ('companies house', 'creditsafe', 'dnb', 'gazette'));
alter table credit_check_request drop constraint credit_check_request_provider, add constraint credit_check_request_provider
  check (provider in ('companies house', 'creditsafe', 'dnb', 'gazette'));
insert into credit_check_reuse values
  ('gazette', '2000-01-01', 1, 'Free, and published every working day: our convention.', 'the product');
