-- Loses every score, decision, delivery and standing.
drop table import_mapping, import, dismissed_proposal, standing_change, standing, mailbox_message, delivery_line, delivery,
  decision, scoring_run, score;
