alter table score drop constraint score_pkey;
alter table score drop column fingerprint;
alter table score add column fingerprint bigint not null generated always as
  (jsonb_hash_extended(reasons, hashtextextended(card_version, points::bigint * 4294967296 + invoices)) & 9007199254740991) stored;
alter table score add primary key (customer_id, scored_on)
  include (superseded_on, points, grade, late_probability, is_thin, fingerprint);
