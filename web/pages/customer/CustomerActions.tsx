import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Go } from '../../ui/Go.js';
import { HoldDialog, ReleaseDialog } from '../../ui/HoldDialog.js';
import { LeaveOut } from '../../ui/leave-out.graphql.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import type { Customer } from './CustomerPage.js';
import { LimitDialog } from './LimitDialog.js';
import { OwnerDialog } from './OwnerDialog.js';
import { RestDialog } from './RestDialog.js';

export function CustomerActions({ customer }: { customer: Customer }) {
  const [open, setOpen] = useState<'limit' | 'hold' | 'release' | 'rest' | 'owner' | null>(null);
  const say = useSay();
  const close = () => setOpen(null);
  const isHeld = customer.standing.state === 'ORDERS_ON_HOLD';
  const mayHold = ['GOOD', 'WATCH', 'WARNED'].includes(customer.standing.state);
  const { leftOutOfReminders: isLeftOut, id: customerId, name } = customer;
  const leave = useAct(LeaveOut, () =>
    say(isLeftOut ? `${name} gets reminders again.` : `${name} gets no more reminders. Press “Remind again” to undo.`),
  );
  return (
    <div className="row">
      {isHeld && (
        <Allowed to="standing.release">
          <Button onClick={() => setOpen('release')}>Release the hold</Button>
        </Allowed>
      )}
      {mayHold && (
        <Allowed to="standing.hold">
          <Button variant="default" onClick={() => setOpen('hold')}>
            Put orders on hold
          </Button>
        </Allowed>
      )}
      <Allowed to="limits.set">
        <Button variant="default" onClick={() => setOpen('limit')}>
          Set the limit
        </Button>
      </Allowed>
      <Allowed to="reminders.leave-out">
        <Button variant="default" onClick={() => setOpen('rest')}>
          Let reminders rest
        </Button>
        <Button
          variant="default"
          loading={leave.isPending}
          onClick={() => leave.mutate({ input: { customerId, leftOut: !isLeftOut } })}
        >
          {isLeftOut ? 'Remind again' : 'Leave out of reminders'}
        </Button>
      </Allowed>
      <Allowed to="owners.set">
        <Button variant="default" onClick={() => setOpen('owner')}>
          Set the owner
        </Button>
      </Allowed>
      <Go to={`/customers/${customerId}/contracts`}>Contracts</Go>
      <Allowed to="decisions.vet">
        <Go to={`/vet?customer=${customerId}`}>Vet it</Go>
      </Allowed>
      <Refused error={leave.error} />
      {open === 'limit' && <LimitDialog customer={customer} onClose={close} />}
      {open === 'rest' && <RestDialog customer={customer} onClose={close} />}
      {open === 'owner' && <OwnerDialog customer={customer} onClose={close} />}
      {open === 'hold' && <HoldDialog customer={customer} onClose={close} />}
      {open === 'release' && <ReleaseDialog customer={customer} onClose={close} />}
    </div>
  );
}
