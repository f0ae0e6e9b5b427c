-- How long is kept what is about people and has done its work: dated settings, each with its reason. From `valid_on` on,
-- until the next row of its kind.
create table retention (
  what text not null constraint retention_what
    check (what in ('mailbox messages', 'texts of messages', 'sign-in tries', 'ended sessions', 'prospects without a decision')),
  valid_on date not null,
  days integer not null constraint retention_days check (days between 1 and 36500),
  reason text not null constraint retention_reason check (length(reason) between 3 and 1000),
  primary key (what, valid_on)
);
insert into retention values
  ('mailbox messages', '2000-01-01', 365, 'Copies for looking at while no mail server is set; the delivery keeps what was sent.'),
  ('texts of messages', '2000-01-01', 2190, 'Six years: commercial letters, § 257 HGB; claims in contract, Limitation Act 1980 s. 5.'),
  ('sign-in tries', '2000-01-01', 2, 'They are forgotten after a day; a day more covers every time zone.'),
  ('ended sessions', '2000-01-01', 30, 'Long enough to look into a sign-in that somebody reports; the audit keeps that there was one.'),
  ('prospects without a decision', '2000-01-01', 180, 'Half a year: who has not been decided on by then is not going to be supplied.');
