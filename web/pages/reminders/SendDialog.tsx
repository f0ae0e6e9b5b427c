import { counted } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Plan } from './PlanTab.js';
import { SendReminders } from './reminders.graphql.js';

/** Says what will happen, to whom, and that there is no way back, before anything goes out. */
export function SendDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useSay();
  const act = useAct(SendReminders, ({ sendReminders: done }) => {
    say(
      done.queued === 0
        ? 'Nothing was left to send: somebody else has just sent these reminders.'
        : `${counted(done.queued, 'reminder is', 'reminders are')} on the way. You can leave this page.`,
    );
    onClose();
  });
  const { totalCount } = plan.messages;
  const messages = counted(totalCount, 'message', 'messages');
  return (
    <Confirm
      title={`Send ${messages}?`}
      action={`Send ${messages}`}
      isDangerous
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { on: plan.on } })}
    >
      <p>
        {totalCount === 1 ? 'One customer gets' : `Each of ${counted(totalCount, 'customer', 'customers')} gets`} one
        message about all its invoices, {counted(plan.invoiceCount, 'invoice', 'invoices')} in all. Nobody gets a second
        one of the same step, however often this is pressed and whoever presses it.
      </p>
      <p>
        Messages go through the mail server that is set up. If none is, they stay here, under Mailbox, and nobody
        outside gets one.
      </p>
      <p>What has gone out cannot be called back.</p>
    </Confirm>
  );
}
