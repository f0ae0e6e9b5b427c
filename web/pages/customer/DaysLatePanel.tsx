import { lazy, Suspense } from 'react';
import { count, day, dueText, month, paidText } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block, Empty } from '../../ui/Faces.js';
import type { Customer } from './CustomerPage.js';
import { latenessSummary } from './lateness-summary.js';
import { usualLateness } from './usual-lateness.js';

const DaysLateOverTime = lazy(() => import('../../charts/DaysLateOverTime.js'));
const title = 'Does it pay later than it used to?';

export function DaysLatePanel({ customer, asOf }: { customer: Customer; asOf: string }) {
  const unpaid = customer.unpaid.nodes.map((one) => ({ ...one, daysPastDue: one.daysPastDue ?? 0 }));
  const paid = [...customer.daysLate.nodes].sort((a, b) =>
    a.settledOn < b.settledOn ? -1 : a.settledOn > b.settledOn ? 1 : 0,
  );
  if (paid.length + unpaid.length === 0) {
    return (
      <Empty>
        <h2>{title}</h2>
        <p>It has not settled an invoice yet. The first one it pays appears here.</p>
      </Empty>
    );
  }
  const daysLate = paid.map((point) => point.daysLate);
  const usual = usualLateness(daysLate);
  const oldest = Math.max(0, ...unpaid.map((one) => one.daysPastDue));
  return (
    <ChartFrame
      title={title}
      summary={latenessSummary(daysLate, customer.unpaid.totalCount, oldest)}
      file={`days-late-${customer.number}`}
      figures={{
        head: ['Invoice', 'Due', 'Paid', 'Days late or past due'],
        rows: [
          ...unpaid.map((one) => [
            { text: one.number, value: one.number },
            { text: day(one.dueOn), value: one.dueOn },
            { text: 'not yet', value: null },
            { text: dueText(one.daysPastDue), value: one.daysPastDue },
          ]),
          ...customer.daysLate.nodes.map((one) => [
            { text: one.invoiceNumber, value: one.invoiceNumber },
            { text: day(one.dueOn), value: one.dueOn },
            { text: day(one.settledOn), value: one.settledOn },
            { text: paidText(one.daysLate), value: one.daysLate },
          ]),
        ],
      }}
    >
      <Suspense fallback={<Block height={270} />}>
        <DaysLateOverTime
          points={[
            ...paid.map((one, place) => ({
              on: one.settledOn,
              title: `Invoice ${one.invoiceNumber}`,
              daysLate: one.daysLate,
              usual: usual[place] ?? null,
            })),
            ...unpaid.map((one) => ({ on: asOf, title: `Invoice ${one.number}`, unpaidFor: one.daysPastDue })),
          ]}
          label={title}
          day={day}
          month={month}
          number={count}
          late={(value) => paidText(Math.round(value))}
          due={dueText}
        />
      </Suspense>
    </ChartFrame>
  );
}
