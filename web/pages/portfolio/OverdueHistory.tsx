import { lazy, Suspense } from 'react';
import { amount, day, money, month, plainAmount, share, shortAmount } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block, Faces } from '../../ui/Faces.js';
import { historySummary } from './history-summary.js';
import { HistoryQuery } from './portfolio.graphql.js';

const OwedOverTime = lazy(() => import('../../charts/OwedOverTime.js'));
const title = 'Is what is overdue growing?';

export function OverdueHistory({ asOf }: { asOf: string }) {
  const asked = useAsk(HistoryQuery, { asOf });
  return (
    <Faces of={asked} what="the last twelve months" skeleton={<Block height={400} />}>
      {({ portfolio }) => {
        const { currency } = portfolio;
        const points = [
          ...portfolio.history.filter(({ on }) => on < asOf),
          { on: asOf, total: portfolio.total.minor, overdue: portfolio.overdue.minor },
        ];
        return (
          <ChartFrame
            title={title}
            summary={historySummary(points)}
            file="overdue-by-month"
            figures={{
              head: ['Day', `Owed (${currency})`, `Overdue (${currency})`, 'Share overdue'],
              rows: points.map(({ on, total, overdue }) => [
                { text: day(on), value: on },
                { text: amount(total, currency), value: plainAmount(total, currency) },
                { text: amount(overdue, currency), value: plainAmount(overdue, currency) },
                { text: share(total ? overdue / total : null), value: total ? (overdue / total).toFixed(4) : null },
              ]),
            }}
          >
            <Suspense fallback={<Block height={290} />}>
              <OwedOverTime
                points={points}
                label={title}
                tick={(value) => shortAmount(value, currency)}
                day={day}
                month={month}
                exact={(minor) => money({ minor, currency })}
              />
            </Suspense>
          </ChartFrame>
        );
      }}
    </Faces>
  );
}
