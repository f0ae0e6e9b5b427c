import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAddress } from '../../address.js';
import { useBook } from '../../as-of.js';
import { count, counted, longDay } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { DayField } from '../../ui/DayField.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { Empty, Faces, Lines } from '../../ui/Faces.js';
import { LeftOutInvoices } from './LeftOutInvoices.js';
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
          {plan && plan.total > 0 && (
            <Allowed to="reminders.send">
              <Button onClick={() => setSending(true)}>
                Send {count(plan.total)} {plan.total === 1 ? 'reminder' : 'reminders'}
              </Button>
            </Allowed>
          )}
        </div>
        <SendingProgress on={on} />
      </div>
      <Faces of={asked} what="the plan" skeleton={<Lines count={12} height={52} />}>
        {({ reminderPlan }) => (
          <>
            <section className="stack" aria-labelledby="messages">
              <div className="head">
                <h2 id="messages">
                  {reminderPlan.total === 0 ? 'No messages' : counted(reminderPlan.total, 'message', 'messages')}
                </h2>
                <DueLine plan={reminderPlan} />
              </div>
              {reminderPlan.messages.length === 0 ? (
                <Empty>
                  <NothingPlanned plan={reminderPlan} />
                </Empty>
              ) : (
                <PlannedMessages plan={reminderPlan} isBusy={asked.isPlaceholderData} />
              )}
            </section>
            <LeftOutInvoices leftOut={reminderPlan.leftOut} isBusy={asked.isPlaceholderData} />
          </>
        )}
      </Faces>
      {isSending && plan && <SendDialog plan={plan} onClose={() => setSending(false)} />}
    </>
  );
}

function DueLine({ plan }: { plan: Plan }) {
  const days = plan.messages.flatMap(({ invoices }) => invoices.map(({ dueOn }) => dueOn)).sort();
  const last = days.at(-1);
  if (!last) return null;
  return (
    <p className="muted small">
      About invoices that fall due {days[0] === last ? 'on' : 'by'} {longDay(last)}. One message a customer.
    </p>
  );
}

function NothingPlanned({ plan }: { plan: Plan }) {
  const why =
    plan.leftOut.length === 0
      ? 'No open invoice falls due a week after this day.'
      : plan.leftOut.every(({ reason }) => reason === 'ALREADY_SENT')
        ? 'Every invoice that falls due a week after this day was reminded of before.'
        : 'Whatever falls due a week after this day was reminded of before or is left out; the reasons are below.';
  return (
    <p>
      Nothing to send on {longDay(plan.on)}. {why} Choose another day to see its plan.
    </p>
  );
}
