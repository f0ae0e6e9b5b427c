-- Whoever decides otherwise says what is offered: limit, deposit and terms. Null in what was overridden before, and where
-- what was referred was declined: then what was recommended is offered, or nothing.
alter table decision_override
  add column limit_minor bigint constraint decision_override_limit check (limit_minor >= 0),
  add column deposit_minor bigint constraint decision_override_deposit check (deposit_minor >= 0),
  add column terms_days integer constraint decision_override_terms check (terms_days between 0 and 365),
  add column release_rule text,
  add constraint decision_override_offer check (num_nulls(limit_minor, deposit_minor, terms_days) in (0, 3)),
  -- Nothing on credit is payment before supply.
  add constraint decision_override_limit_or_prepayment check (limit_minor > 0 or terms_days = 0);
