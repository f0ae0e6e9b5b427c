-- Who was shown the link that a password is, or was, set by. Two accounts in one hand are one pair of eyes.
alter table password_link add column shown_to_id bigint constraint password_link_shown_to_id_fkey references person (id) on delete cascade;
alter table person add column in_hand_of_id bigint constraint person_in_hand_of_id_fkey references person (id);
-- Until now whoever added somebody was shown their link.
update person set in_hand_of_id = added_by_id where password is not null;
