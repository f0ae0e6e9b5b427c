import { Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

export type Point = { on: string; points: number; grade: string; why: [string, string][] };
type Props = {
  points: Point[];
  /** Where a grade begins. */
  grades: { grade: string; from: number }[];
  label: string;
  day: (on: string) => string;
  month: (on: string) => string;
};

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const muted = { fill: 'var(--muted)' };

/** A score holds until the next one: steps, with the lines where grades begin in grey. */
export default function PointsOverTime({ points, grades, label, day, month }: Props) {
  const data = points.map((point) => ({ ...point, at: Date.parse(point.on) }));
  const all = points.map((point) => point.points);
  const [low, high] = [Math.min(...all) - 20, Math.max(...all) + 20];
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={240} initialDimension={{ width: 640, height: 240 }}>
        <LineChart data={data} title={label} margin={{ top: 12, right: 70, bottom: 0, left: 4 }}>
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at) => month(isoDay(at))}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={30}
            tick={muted}
          />
          <YAxis tickLine={false} axisLine={false} width={44} tick={muted} domain={[low, high]} allowDecimals={false} />
          {grades
            .filter(({ from }) => from > low && from < high)
            .map(({ grade, from }) => (
              <ReferenceLine
                key={grade}
                y={from}
                stroke="var(--line-strong)"
                label={{ value: `${grade} from ${from}`, position: 'right', ...muted }}
              />
            ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as Point | undefined;
              return at ? <Reading title={`${day(at.on)}: ${at.points}, grade ${at.grade}`} rows={at.why} /> : null;
            }}
          />
          <Line
            type="stepAfter"
            dataKey="points"
            stroke="var(--accent)"
            strokeWidth={2.25}
            dot={{ r: 3, fill: 'var(--accent)' }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
