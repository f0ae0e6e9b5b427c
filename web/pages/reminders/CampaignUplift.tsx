import { count, counted, share } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { UpliftQuery } from './reminders.graphql.js';

const points = (part: number) => `${(part * 100).toFixed(1)} points`;

/** What reminders do, by customers that were drawn to get none. */
export function CampaignUplift({ campaignId }: { campaignId: string }) {
  const asked = useAsk(UpliftQuery, { id: campaignId });
  return (
    <section className="stack" aria-labelledby="uplift">
      <h3 id="uplift">Does it help?</h3>
      <Faces of={asked} what="what reminders do" skeleton={<Lines count={2} />}>
        {({ reminderUplift: { reminded, heldOut, uplift, interval, customersNeeded } }) =>
          uplift === null || !interval ? (
            <p>
              Nobody knows yet: {counted(heldOut.customers, 'customer is', 'customers are')} held out and{' '}
              {count(reminded.customers)} compared with them. Some {count(customersNeeded)} of each show a difference of
              six points.
            </p>
          ) : (
            <p>
              Paid by the due day: {share(reminded.paidByDue / reminded.invoices)} of{' '}
              {counted(reminded.invoices, 'invoice', 'invoices')} with reminders,{' '}
              {share(heldOut.paidByDue / heldOut.invoices)} of {count(heldOut.invoices)} without. Reminders add{' '}
              {points(uplift)}; with 95 % confidence {points(interval[0] ?? 0)} to {points(interval[1] ?? 0)}.
            </p>
          )
        }
      </Faces>
    </section>
  );
}
