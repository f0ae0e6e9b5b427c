import { saveAs } from '../../csv.js';
import { counted } from '../../format.js';
import { useAct } from '../../graphql.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import type { Contact } from './Contacts.js';
import type { Customer } from './CustomerPage.js';
import { EraseContactData, ExportContactData } from './privacy.graphql.js';

type Props = { customer: Customer; contact: Contact; onClose: () => void };

export function HandOverDialog({ customer, contact, onClose }: Props) {
  const say = useSay();
  const act = useAct(ExportContactData, ({ exportContactData }) => {
    const text = JSON.stringify(exportContactData, null, 2);
    saveAs(`contact-${customer.number}-${contact.id}.json`, new Blob([text], { type: 'application/json' }));
    say(`Saved: everything held about ${contact.name}. The audit keeps that it was handed over.`);
    onClose();
  });
  return (
    <Confirm
      title={`Hand over the data of ${contact.name}?`}
      action="Save the file"
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, contactId: contact.id } })}
    >
      <p>
        One file with everything held about {contact.name}: name and addresses, the messages sent to them, and the
        decisions and credit checks that name them. Nothing is sent and nothing changes; that it was handed over, and
        which credit checks were read for it, stays in the audit, without the name.
      </p>
    </Confirm>
  );
}

export function EraseDialog({ customer, contact, onClose }: Props) {
  const say = useSay();
  const act = useAct(EraseContactData, ({ eraseContactData: { messages } }) => {
    say(`Erased. ${counted(messages, 'message', 'messages')} to them lost text and address.`);
    onClose();
  });
  return (
    <Confirm
      title={`Erase ${contact.name} for good?`}
      action="Erase for good"
      isDangerous
      isBusy={act.isPending}
      error={act.error}
      onClose={onClose}
      onConfirm={() => act.mutate({ input: { customerId: customer.id, contactId: contact.id } })}
    >
      <p>
        Name, addresses and role of {contact.name} are emptied, and so are the messages to them; what was not sent yet
        is not sent any more. <b>It cannot be undone.</b>
      </p>
      <p>
        Invoices, payments and decisions of {customer.name} stay: they are about the customer. Without another contact
        it gets no more reminders. If the next import still holds the person, take them out of its source first.
      </p>
    </Confirm>
  );
}
