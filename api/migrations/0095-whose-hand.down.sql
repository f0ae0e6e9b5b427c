-- Loses who was shown which link.
alter table person drop column in_hand_of_id;
alter table password_link drop column shown_to_id;
