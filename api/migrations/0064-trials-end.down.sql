alter table campaign drop column stopped_by_trial_at;
