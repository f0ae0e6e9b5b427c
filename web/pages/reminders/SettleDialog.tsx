import { day } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { DeliveryRow } from './delivery-columns.js';
import { SettleDelivery } from './reminders.graphql.js';

type Props = { delivery: DeliveryRow; wasSent: boolean; onClose: () => void };

/** Only a person may say that a message in doubt goes out again: by itself it could arrive twice. */
export function SettleDialog({ delivery, wasSent, onClose }: Props) {
  const say = useSay();
  const { customer, to } = delivery;
  const act = useAct(SettleDelivery, () => {
    say(wasSent ? `Kept as sent to ${customer.name}.` : `The message to ${customer.name} goes out again.`);
    onClose();
  });
  return (
    <Confirm
      title={wasSent ? 'Did the message arrive?' : 'Send the message again?'}
      action={wasSent ? 'It arrived' : 'Send it again'}
      isDangerous={!wasSent}
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, deliveryId: delivery.id, wasSent } })}
    >
      <p>
        “{delivery.subject}”, to {to} of {customer.name}, planned for {day(delivery.plannedFor)}.
      </p>
      {wasSent ? (
        <p>
          It is kept as sent, and {customer.name} gets no other message about this due day. There is no way back: ask
          the customer, or look in the log of the mail server, if you are not sure.
        </p>
      ) : (
        <p>
          It goes to {to} once more, now. If the first did arrive after all, {customer.name} has it twice; what has gone
          out cannot be called back.
        </p>
      )}
    </Confirm>
  );
}
