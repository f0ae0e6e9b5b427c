import { Button, Modal } from '@mantine/core';
import { type ResultOf, useAct } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import { AnswerRead, type IncomingMailQuery } from './incoming.graphql.js';
import classes from './reminders.module.css';

export type CameBack = ResultOf<typeof IncomingMailQuery>['incomingMail']['nodes'][number];

/** What came back, word for word; who has read an answer lets reminders go on. */
export function AnswerDialog({ mail, onClose }: { mail: CameBack; onClose: () => void }) {
  const { customer, pauseId, restingToo } = mail;
  const resting = [...(pauseId ? [customer.name] : []), ...restingToo].join(', ');
  const say = useSay();
  const act = useAct(AnswerRead, () => {
    say(`Reminders of ${resting} go on with their next step.`);
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={mail.subject || 'No subject'}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 100 }}
    >
      <div className="stack">
        <pre className={classes.text}>{mail.text || 'It says nothing.'}</pre>
        {resting && (
          <Allowed to="reminders.leave-out">
            <p className="muted">
              Reminders of {resting} rest until somebody has read this. If it promises or contests something, note that
              first; afterwards they go on with their next step. To undo it, let them rest on the page of the customer.
            </p>
            <Refused error={act.error} />
            <div>
              <Button
                loading={act.isPending}
                onClick={() => act.mutate({ input: { customerId: customer.id, mailId: mail.id } })}
              >
                Let reminders go on
              </Button>
            </div>
          </Allowed>
        )}
      </div>
    </Modal>
  );
}
