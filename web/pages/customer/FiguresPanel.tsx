import type { ReactNode } from 'react';
import { amount, days, money, share } from '../../format.js';
import { AgingStrip } from '../../ui/AgingStrip.js';
import { Go } from '../../ui/Go.js';
import { bucketField, bucketOrder, bucketText } from '../../ui/words.js';
import type { Customer } from './CustomerPage.js';
import classes from './customer.module.css';

export function FiguresPanel({ customer }: { customer: Customer }) {
  const { balance, overdue, creditLimit, depositHeld, oldestDaysPastDue: oldest } = customer;
  const used =
    creditLimit && creditLimit.currency === balance.currency && creditLimit.minor > 0
      ? balance.minor / creditLimit.minor
      : null;
  return (
    <section className="stack" aria-label="What it owes">
      <dl className={classes.figures}>
        <Figure name="Owes" value={money(balance)}>
          open invoices less unapplied cash
        </Figure>
        <Figure name="Overdue" value={money(overdue)} isOverdue={overdue.minor > 0}>
          {oldest && oldest > 0 ? `the oldest by ${days(oldest)}` : 'nothing past its due day'}
        </Figure>
        <Figure name="Limit" value={creditLimit ? money(creditLimit) : 'none'}>
          {used === null ? 'no limit is set' : `${share(used)} of it used`}
        </Figure>
        <Figure name="Deposit held" value={depositHeld ? money(depositHeld) : 'none'}>
          {depositHeld ? 'lowers what can be lost' : 'none was taken'}
        </Figure>
      </dl>
      {customer.aging.map((aging) => (
        <AgingStrip key={aging.currency} aging={aging} />
      ))}
      {customer.aging.length > 0 && <AgingTable customer={customer} />}
    </section>
  );
}

function Figure(props: { name: string; value: string; isOverdue?: boolean; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{props.name}</dt>
      <dd className={`${classes.value} ${props.isOverdue ? 'overdue' : ''}`}>{props.value}</dd>
      <dd className="muted small">{props.children}</dd>
    </div>
  );
}

function AgingTable({ customer }: { customer: Customer }) {
  return (
    <table className={classes.aging} aria-label="How old it is, by currency">
      <thead>
        <tr>
          <th scope="col">Currency</th>
          {bucketOrder.map((bucket, place) => (
            <th key={bucket} scope="col">
              <i style={{ background: `var(--bucket-${place + 1})` }} />
              {bucketText(bucket)}
            </th>
          ))}
          <th scope="col">Unapplied</th>
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        {customer.aging.map((aging) => (
          <tr key={aging.currency}>
            <th scope="row">{aging.currency}</th>
            {bucketOrder.map((bucket) => (
              <td key={bucket} data-title={bucketText(bucket)}>
                {aging[bucketField[bucket]] === 0 ? (
                  amount(0, aging.currency)
                ) : (
                  <Go to={`/customers/${customer.id}`} with={{ bucket }}>
                    {amount(aging[bucketField[bucket]], aging.currency)}
                  </Go>
                )}
              </td>
            ))}
            <td data-title="Unapplied">{amount(aging.unapplied, aging.currency)}</td>
            <td data-title="Total">{amount(aging.total, aging.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
