import { lazy, Suspense } from 'react';
import { day, month, points as signed } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block } from '../../ui/Faces.js';
import type { Customer } from './CustomerPage.js';
import { scoreSummary, whyItMoved } from './score-summary.js';

const PointsOverTime = lazy(() => import('../../charts/PointsOverTime.js'));
const title = 'Is it getting better or worse, and why?';
/** Where grades begin on the scale of points. */
const grades = [
  { grade: 'A', from: 640 },
  { grade: 'B', from: 600 },
  { grade: 'C', from: 560 },
  { grade: 'D', from: 520 },
];

/** The scores it has had, with what moved each. */
export function ScoreHistoryPanel({ customer }: { customer: Customer }) {
  const { scoreHistory } = customer;
  if (scoreHistory.nodes.length === 0) return null;
  const scores = [...scoreHistory.nodes].reverse();
  return (
    <ChartFrame
      title={title}
      summary={scoreSummary(scores)}
      file={`scores-${customer.number}`}
      figures={{
        head: ['Scored on', 'Points', 'Grade', 'Why it moved'],
        rows: scoreHistory.nodes.map((one) => [
          { text: day(one.scoredOn), value: one.scoredOn },
          { text: String(one.points), value: one.points },
          { text: one.grade, value: one.grade },
          { text: whyItMoved(one), value: whyItMoved(one) },
        ]),
      }}
    >
      <Suspense fallback={<Block height={240} />}>
        <PointsOverTime
          points={scores.map((one) => ({
            on: one.scoredOn,
            points: one.points,
            grade: one.grade,
            why: one.moves.slice(0, 3).map((move) => [move.sentence, signed(move.points)]),
          }))}
          grades={grades}
          label={title}
          day={day}
          month={month}
        />
      </Suspense>
    </ChartFrame>
  );
}
