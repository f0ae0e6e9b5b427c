import { Button } from '@mantine/core';
import { useAct } from '../graphql.js';
import { Allowed } from '../session/Allowed.js';
import { EndPause } from './pauses.graphql.js';
import { Refused } from './Refused.js';
import { useSay } from './Say.js';

/** Lets reminders that rest go on: nothing is sent by it, so it asks nothing. */
export function EndPauseButton({ customer, pauseId }: { customer: { id: string; name: string }; pauseId: string }) {
  const say = useSay();
  const act = useAct(EndPause, () => say(`Reminders of ${customer.name} go on with their next step.`));
  return (
    <Allowed to="reminders.leave-out">
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        loading={act.isPending}
        aria-label={`Let reminders go on for ${customer.name}`}
        onClick={() => act.mutate({ input: { customerId: customer.id, pauseId } })}
      >
        Let reminders go on
      </Button>
      <Refused error={act.error} />
    </Allowed>
  );
}
