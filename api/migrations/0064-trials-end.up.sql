-- A campaign that is shown to harm is stopped once; whoever lets it go on is not stopped again by the same trial.
alter table campaign add column stopped_by_trial_at timestamptz;
