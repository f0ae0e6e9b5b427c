import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { count, counted, instant, share } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { UpliftQuery } from './reminders.graphql.js';
import { UpliftLine } from './UpliftLine.js';

const points = (part: number) => `${(part * 100).toFixed(1)} points`;

/** What reminders do, by customers that were drawn to get none. */
export function CampaignUplift({ campaignId }: { campaignId: string }) {
  const [lift, setLift] = useState('6');
  const asked = useAsk(UpliftQuery, { id: campaignId, lift: Number(lift) / 100 });
  return (
    <section className="stack" aria-labelledby="uplift">
      <h3 id="uplift">Does it help?</h3>
      <Faces of={asked} what="what reminders do" skeleton={<Lines count={2} />}>
        {({ reminderUplift: of }) => (
          <>
            <Found of={of} />
            <Size of={of} lift={lift} onLift={setLift} />
          </>
        )}
      </Faces>
    </section>
  );
}

type Trial = ResultOf<typeof UpliftQuery>['reminderUplift'];

const verdicts = {
  HELPS: 'Reminders are shown to help, on whatever day one looks: nobody need be held out any longer.',
  HARMS: 'Reminders are shown to harm, on whatever day one looks.',
  OPEN: 'Not to be told yet: the trial goes on.',
};

function Found({ of }: { of: Trial }) {
  const { reminded, heldOut, uplift, interval, anyDayInterval, verdict, stoppedAt, fewestCustomers } = of;
  if (uplift === null || !interval)
    return (
      <p>
        Nobody knows yet: {counted(heldOut.customers, 'customer is', 'customers are')} held out and{' '}
        {count(reminded.customers)} compared with them. Nothing is told of fewer than {count(fewestCustomers)}
        {Math.min(heldOut.customers, reminded.customers) >= fewestCustomers
          ? '; these all pay alike.'
          : ' of either, each with an invoice that has fallen due.'}
      </p>
    );
  return (
    <>
      <p>
        Paid by the due day: {share(reminded.paidByDue / reminded.invoices)} of{' '}
        {counted(reminded.invoices, 'invoice', 'invoices')} with reminders,{' '}
        {share(heldOut.paidByDue / heldOut.invoices)} of {count(heldOut.invoices)} without. Reminders add{' '}
        {points(uplift)}; with 95 % confidence {points(interval[0] ?? 0)} to {points(interval[1] ?? 0)}.
      </p>
      <UpliftLine uplift={uplift} interval={interval} anyDay={anyDayInterval} />
      <InDays of={of} />
      <p>
        {verdicts[verdict]}{' '}
        {anyDayInterval &&
          `Over all days one may look, ${points(anyDayInterval[0] ?? 0)} to ${points(anyDayInterval[1] ?? 0)}.`}
        {stoppedAt && ` All sending was stopped ${instant(stoppedAt)}.`}
      </p>
    </>
  );
}

const days = (of: number) => of.toFixed(1);

function InDays({ of: { daysEarlier, daysEarlierInterval } }: { of: Trial }) {
  if (daysEarlier === null || !daysEarlierInterval)
    return <p>How many days that is can be told 30 days after the due day.</p>;
  return (
    <p>
      An invoice is paid {days(Math.abs(daysEarlier))} days {daysEarlier < 0 ? 'later' : 'earlier'} with reminders; with
      95 % confidence {days(daysEarlierInterval[0] ?? 0)} to {days(daysEarlierInterval[1] ?? 0)} days earlier. What is
      not paid 30 days after its due day counts as paid then.
    </p>
  );
}

const lifts = ['2', '3', '4', '6', '8', '10', '15'].map((value) => ({ value, label: `${value} points` }));

/** How large a trial must be for a difference that would be worth it. */
function Size({ of, lift, onLift }: { of: Trial; lift: string; onLift: (lift: string) => void }) {
  return (
    <>
      <NativeSelect
        label="Difference to find"
        data={lifts}
        value={lift}
        onChange={(event) => onLift(event.currentTarget.value)}
        maw="12rem"
      />
      <p>
        {counted(of.customersNeeded, 'customer', 'customers')} with reminders and as many without find{' '}
        {share(of.shareLookedFor)} paid by the due day where it is {share(of.shareWithout)}, in four of five trials.
      </p>
    </>
  );
}
