import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.js';
import { useLinkTo } from '../../as-of.js';
import { amount, counted, money, plainAmount, share, shortAmount } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Switch } from '../../ui/Chips.js';
import { Block, Faces } from '../../ui/Faces.js';
import { bucketField, bucketMark, bucketOrder, bucketText, gradeText } from '../../ui/words.js';
import { agingSummary } from './aging-summary.js';
import { AgingByGradeQuery } from './portfolio.graphql.js';

const StackedBars = lazy(() => import('../../charts/StackedBars.js'));

type By = 'DUE' | 'INVOICE';
type Rows = ResultOf<typeof AgingByGradeQuery>['portfolio']['agingByGrade'];

export function AgingByGrade({ asOf }: { asOf: string }) {
  const { get, set } = useAddress();
  const by: By = get('by') === 'invoice' ? 'INVOICE' : 'DUE';
  const asked = useAsk(AgingByGradeQuery, { asOf, by });
  return (
    <Faces of={asked} what="the ageing" skeleton={<Block height={400} />}>
      {({ portfolio }) => (
        <AgingChart
          rows={portfolio.agingByGrade}
          currency={portfolio.currency}
          by={by}
          onBy={(next) => set({ by: next === 'INVOICE' ? 'invoice' : null })}
        />
      )}
    </Faces>
  );
}

type Props = { rows: Rows; currency: string; by: By; onBy: (by: By) => void };

function AgingChart({ rows, currency, by, onBy }: Props) {
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const at = (bucket: number, row: number) => rows[row]?.aging[bucketField[bucketOrder[bucket] ?? 'CURRENT']] ?? 0;
  const search = (bucket: number, row: number) => ({
    grade: rows[row]?.grade ?? 'none',
    bucket: bucketOrder[bucket] ?? '',
    ...(by === 'INVOICE' ? { by: 'invoice' } : {}),
  });
  const whole = rows.reduce((sum, row) => sum + row.aging.total, 0);
  const figures = {
    head: ['Grade', ...bucketOrder.map((bucket) => `${bucketText(bucket, by)} (${currency})`), `Total (${currency})`],
    rows: rows.map((row, place) => [
      { text: gradeText(row.grade), value: row.grade ?? 'not scored' },
      ...bucketOrder.map((_, bucket) => ({
        text: amount(at(bucket, place), currency),
        value: plainAmount(at(bucket, place), currency),
        to: { path: '/invoices', search: search(bucket, place) },
      })),
      { text: amount(row.aging.total, currency), value: plainAmount(row.aging.total, currency) },
    ]),
  };
  return (
    <ChartFrame
      title="How old is what we are owed, and from whom?"
      summary={agingSummary(rows, currency, by)}
      figures={figures}
      file="ageing-by-grade"
      tools={
        <Switch
          label="Age counted by"
          value={by}
          onChange={onBy}
          choices={[
            { value: 'DUE', label: 'By due day' },
            { value: 'INVOICE', label: 'By invoice day' },
          ]}
        />
      }
    >
      <Suspense fallback={<Block height={330} />}>
        <StackedBars
          categories={bucketOrder.map((bucket) => ({
            key: bucket,
            label: by === 'INVOICE' && bucket === 'CURRENT' ? 'Today' : bucketMark[bucket],
          }))}
          series={rows.map(({ grade }) => ({
            key: grade ?? 'none',
            mark: grade ?? '–',
            color: `var(--grade-${grade?.toLowerCase() ?? 'none'})`,
            ink: `var(--on-grade-${grade?.toLowerCase() ?? 'none'})`,
          }))}
          values={bucketOrder.map((_, bucket) => rows.map((_row, place) => at(bucket, place)))}
          axis={by === 'DUE' ? 'days past due' : 'days since the invoice'}
          tick={(value) => shortAmount(value, currency)}
          describe={(bucket, place) => {
            const minor = at(bucket, place);
            const row = rows[place];
            return `${gradeText(row?.grade ?? null)}, ${bucketText(bucketOrder[bucket] ?? 'CURRENT', by).toLowerCase()}: ${money({ minor, currency })}, ${share(whole ? minor / whole : null, 1)} of all; ${counted(row?.customers ?? 0, 'customer', 'customers')} of this grade.`;
          }}
          onOpen={(bucket, place) => navigate(linkTo('/invoices', search(bucket, place)))}
        />
      </Suspense>
    </ChartFrame>
  );
}
