-- What people offered instead of what was recommended is lost; what was agreed on it stays in the agreement.
alter table decision_override
  drop constraint decision_override_limit_or_prepayment,
  drop constraint decision_override_offer,
  drop column release_rule, drop column terms_days, drop column deposit_minor, drop column limit_minor;
