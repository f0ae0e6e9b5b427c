-- That a provider knows no such company is an answer, and asking again brings the same: no decision waits for it.
alter table credit_check_request
  add column number text, -- by which the provider was asked: its own key of the company, or the number in the register
  add column is_unknown boolean not null default false;
update credit_check_request set is_unknown = true
 where failure ~ '^(Companies House|Creditsafe|D&B) (knows no company|knows \d+ companies|is not sure which company)';
