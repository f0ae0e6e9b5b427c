-- Reminders by text message and by letter, beside e-mail and calls.
alter table delivery drop constraint delivery_channel;
alter table delivery add constraint delivery_channel check (channel in ('email', 'sms', 'letter', 'call'));
create index delivery_letters on delivery (planned_for) where channel = 'letter' and state in ('queued', 'sending');
alter table contact add column postal_address text constraint contact_postal_address check (postal_address <> '');

-- What a text message says; all versions get the words of the product.
alter table reminder_template add column short_text text constraint reminder_template_short_text check (short_text <> '');
update reminder_template t set short_text = s.short_text from (values
  ('en', 'before_one', '{supplier}: invoice {invoice} over {total} falls due {due}. Is something wrong with it? Please tell us now.'),
  ('en', 'before_several', '{supplier}: {count} invoices, {total}, fall due {due}. Is something wrong with them? Please tell us now.'),
  ('en', 'overdue_one', '{supplier}: invoice {invoice} over {total} was due {due} and is open. Paid already? Thank you. If not, please tell us.'),
  ('en', 'overdue_several', '{supplier}: {count} invoices, {total}, were due {due} and are open. Paid already? Thank you. If not, please tell us.'),
  ('en', 'both', '{supplier}: {count} invoices, {total}: {overdueCount} were due, {comingCount} fall due {due}. Questions? Please tell us now.'),
  ('de', 'before_one', '{supplier}: Rechnung {invoice} über {total} ist {due} fällig. Stimmt etwas nicht? Bitte sagen Sie es uns jetzt.'),
  ('de', 'before_several', '{supplier}: {count} Rechnungen, {total}, sind {due} fällig. Stimmt etwas nicht? Bitte sagen Sie es uns jetzt.'),
  ('de', 'overdue_one', '{supplier}: Rechnung {invoice} über {total} war {due} fällig und ist offen. Schon bezahlt? Danke. Sonst melden Sie sich bitte.'),
  ('de', 'overdue_several', '{supplier}: {count} Rechnungen, {total}, waren {due} fällig und sind offen. Schon bezahlt? Danke. Sonst melden Sie sich bitte.'),
  ('de', 'both', '{supplier}: {count} Rechnungen, {total}: {overdueCount} überfällig, {comingCount} {due} fällig. Fragen? Bitte melden Sie sich.')
) s (language, situation, short_text) where s.language = t.language and s.situation = t.situation;
alter table reminder_template alter column short_text set not null;
