import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { counted } from '../../format.js';
import { ask, Failure } from '../../graphql.js';
import { LeaveOut } from '../../ui/leave-out.graphql.js';
import { useSay } from '../../ui/Say.js';

/** What can be done with many customers at once; there only when some are selected. */
export function WithSelected({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async (leftOut: boolean) => {
      for (const customerId of ids) await ask(LeaveOut, { input: { customerId, leftOut } });
      return leftOut;
    },
    onSuccess: (leftOut) => {
      const who = counted(ids.length, 'customer', 'customers');
      say(
        leftOut
          ? `${who} left out of reminders. Select them and choose “Remind again” to undo.`
          : `${who} get reminders again.`,
      );
      onDone();
    },
    onError: (error) => say(error instanceof Failure ? error.message : 'Something went wrong.'),
    onSettled: () => client.invalidateQueries(),
  });
  if (ids.length === 0) return null;
  return (
    <span className="row">
      <span>{counted(ids.length, 'customer', 'customers')} selected</span>
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate(true)}>
        Leave out of reminders
      </Button>
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate(false)}>
        Remind again
      </Button>
    </span>
  );
}
