import { lazy, Suspense } from 'react';
import { counted, day, days, month, paidText, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block, Empty } from '../../ui/Faces.js';
import type { Customer } from './CustomerPage.js';
import { latenessChange, usualLateness } from './usual-lateness.js';

const DaysLateOverTime = lazy(() => import('../../charts/DaysLateOverTime.js'));
const title = 'Does it pay later than it used to?';

function summary(daysLate: readonly number[]): string {
  const late = daysLate.filter((value) => value > 0);
  const first = `Paid ${share(late.length / daysLate.length)} of ${counted(daysLate.length, 'invoice', 'invoices')} late`;
  const change = latenessChange(daysLate);
  if (!change) return `${first}; too few to say what is usual.`;
  const now = paidText(Math.round(change.now));
  if (change.before === null) return `${first}; usually ${now}.`;
  const moved = Math.round(change.now - change.before);
  if (moved === 0) return `${first}; usually ${now}, as before.`;
  return `${first}; usually ${now}, ${days(Math.abs(moved))} ${moved > 0 ? 'later' : 'sooner'} than before.`;
}

export function DaysLatePanel({ points: newestFirst, file }: { points: Customer['daysLate']; file: string }) {
  const points = [...newestFirst].sort((a, b) => (a.settledOn < b.settledOn ? -1 : a.settledOn > b.settledOn ? 1 : 0));
  if (points.length === 0) {
    return (
      <Empty>
        <h2>{title}</h2>
        <p>It has not settled an invoice yet. The first one it pays appears here.</p>
      </Empty>
    );
  }
  const usual = usualLateness(points.map((point) => point.daysLate));
  return (
    <ChartFrame
      title={title}
      summary={summary(points.map((point) => point.daysLate))}
      file={file}
      figures={{
        head: ['Invoice', 'Due', 'Paid', 'Days late'],
        rows: newestFirst.map((point) => [
          { text: point.invoiceNumber, value: point.invoiceNumber },
          { text: day(point.dueOn), value: point.dueOn },
          { text: day(point.settledOn), value: point.settledOn },
          { text: paidText(point.daysLate), value: point.daysLate },
        ]),
      }}
    >
      <Suspense fallback={<Block height={270} />}>
        <DaysLateOverTime
          points={points.map((point, place) => ({
            on: point.settledOn,
            daysLate: point.daysLate,
            usual: usual[place] ?? null,
            title: `Invoice ${point.invoiceNumber}`,
          }))}
          label={title}
          day={day}
          month={month}
          late={(value) => paidText(Math.round(value))}
        />
      </Suspense>
    </ChartFrame>
  );
}
