import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress } from '../../address.js';
import { useBook } from '../../as-of.js';
import { counted, day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { DayField } from '../../ui/DayField.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { Empty, Faces, Lines } from '../../ui/Faces.js';
import { LeftOutInvoices } from './LeftOutInvoices.js';
import { Letters } from './Letters.js';
import { PlannedMessages } from './PlannedMessages.js';
import { ReminderPlanQuery } from './reminders.graphql.js';
import { SendDialog } from './SendDialog.js';
import { SendingProgress } from './SendingProgress.js';

export type Plan = ResultOf<typeof ReminderPlanQuery>['reminderPlan'];

export function PlanTab({ on }: { on: string }) {
  const { set } = useAddress();
  const { today, invoiceCount } = useBook();
  const [isSending, setSending] = useState(false);
  const asked = useAsk(ReminderPlanQuery, { on });
  const plan = asked.isPlaceholderData ? undefined : asked.data?.reminderPlan;
  if (invoiceCount === 0) {
    return (
      <Empty>
        <EmptyBook what="reminders" />
      </Empty>
    );
  }
  return (
    <>
      <div className="stack">
        <div className="row">
          <DayField label="Send on" value={on} onChange={(day) => set({ on: day })} />
          {on !== today && (
            <button type="button" className="link small" onClick={() => set({ on: today })}>
              Back to today
            </button>
          )}
          {plan && on === today && plan.messages.totalCount > 0 && (
            <Allowed to="reminders.send">
              <Button onClick={() => setSending(true)}>
                Send {counted(plan.messages.totalCount, 'message', 'messages')}
              </Button>
            </Allowed>
          )}
        </div>
        {on !== today && (
          <p className="muted small">
            {on > today
              ? `As things stand today. The messages of ${day(on)} go out on that day, to whoever has not paid by then.`
              : 'This day is over: nothing of it is sent any more. What was missed is in the plan of today, as far as it is still true.'}
          </p>
        )}
        <SendingProgress on={on} />
        <Letters />
      </div>
      <Faces of={asked} what="the plan" skeleton={<Lines count={12} height={52} />}>
        {({ reminderPlan }) => (
          <>
            <section className="stack" aria-labelledby="messages">
              <div className="head">
                <h2 id="messages">
                  {reminderPlan.messages.totalCount === 0
                    ? 'No messages'
                    : `${counted(reminderPlan.messages.totalCount, 'message', 'messages')} about ${counted(reminderPlan.invoiceCount, 'invoice', 'invoices')}`}
                </h2>
                <DueLine plan={reminderPlan} />
              </div>
              {reminderPlan.messages.totalCount === 0 ? (
                <Empty>
                  <NothingPlanned plan={reminderPlan} />
                </Empty>
              ) : (
                <PlannedMessages on={on} />
              )}
            </section>
            <LeftOutInvoices on={on} />
          </>
        )}
      </Faces>
      {isSending && plan && <SendDialog plan={plan} onClose={() => setSending(false)} />}
    </>
  );
}

function DueLine({ plan }: { plan: Plan }) {
  if (plan.messages.totalCount === 0) return null;
  return (
    <p className="muted small">
      One message a contact, over all its invoices.
      {plan.calls.totalCount > 0 && ` ${counted(plan.calls.totalCount, 'call', 'calls')} for a person to make.`}
    </p>
  );
}

function NothingPlanned({ plan: { on, leftOut, sentBefore } }: { plan: Plan }) {
  const why =
    leftOut.totalCount === 0
      ? 'No step of the campaign has its day.'
      : leftOut.totalCount === sentBefore.totalCount
        ? 'All that is to be said was said.'
        : 'All that is to be said was said or is left out; the reasons are below.';
  return (
    <p>
      Nothing to send on {day(on)}. {why} Choose another day to see its plan.
    </p>
  );
}
