-- Two more acts take a second pair of eyes: giving up what an invoice leaves open, and supplying whom we declined.
alter table authority drop constraint authority_action, add constraint authority_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline'));
alter table approval drop constraint approval_action, add constraint approval_action
  check (action in ('set credit limit', 'release hold', 'write off', 'override decline'));
insert into authority (action, role, valid_from, alone_up_to, approves_up_to, source) values
  ('write off', 'finance', '2000-01-01', null, 500000, 'default of the product: set your own'),
  ('write off', 'manager', '2000-01-01', null, null, 'default of the product: set your own'),
  ('override decline', 'finance', '2000-01-01', null, 1000000, 'default of the product: set your own'),
  ('override decline', 'manager', '2000-01-01', null, null, 'default of the product: set your own');

-- Two invoices of one customer may wait at once, the same one not twice.
alter table approval add column subject_id bigint not null default 0; -- of the invoice or decision; 0: the customer itself
drop index approval_waiting;
create unique index approval_waiting on approval (customer_id, action, subject_id) where state = 'waiting';

-- What was decided against a recommendation to decline. The decision stays as it was made.
create table decision_override (
  customer_id bigint not null,
  decision_id bigint not null,
  outcome text not null constraint decision_override_outcome check (outcome in ('approve', 'approve_with_conditions')),
  ground text not null constraint decision_override_ground
    check (ground in ('secured', 'group supports it', 'newer information', 'the data was wrong', 'accepted risk', 'other')),
  reason text not null constraint decision_override_reason check (reason <> ''),
  asked_by text not null,
  approved_by text, -- null: within the authority of whoever asked
  overridden_at timestamptz not null,
  primary key (customer_id, decision_id),
  constraint decision_override_customer_id_decision_id_fkey foreign key (customer_id, decision_id) references decision (customer_id, id) on delete cascade
);
select keep_to_own_customers('decision_override');
