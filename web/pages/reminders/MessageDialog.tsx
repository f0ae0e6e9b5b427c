import { Modal } from '@mantine/core';
import { count } from '../../format.js';
import { Go } from '../../ui/Go.js';
import classes from './reminders.module.css';

type Props = {
  message: {
    to: string;
    subject: string;
    text: string;
    customer: { id: string; name: string };
    invoices: { totalCount: number; nodes: { id: string; number: string }[] };
  };
  onClose: () => void;
};

/** What the customer reads, word for word. */
export function MessageDialog({ message, onClose }: Props) {
  const { customer, invoices } = message;
  return (
    <Modal
      opened
      onClose={onClose}
      title={message.subject}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 100 }}
    >
      <div className="stack">
        <dl className={classes.facts}>
          <dt>To</dt>
          <dd>{message.to}</dd>
          <dt>Customer</dt>
          <dd>
            <Go to={`/customers/${customer.id}`}>{customer.name}</Go>
          </dd>
          <dt>{invoices.totalCount === 1 ? 'Invoice' : 'Invoices'}</dt>
          <dd className={classes.numbers}>
            {invoices.nodes.map(({ id, number }) => (
              <Go key={id} to={`/customers/${customer.id}`} with={{ find: number }}>
                {number}
              </Go>
            ))}
            {invoices.totalCount > invoices.nodes.length &&
              `and ${count(invoices.totalCount - invoices.nodes.length)} more`}
          </dd>
        </dl>
        <pre className={classes.text}>{message.text}</pre>
      </div>
    </Modal>
  );
}
