import { Area, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

type Point = { on: string; total: number; overdue: number };
type Props = {
  points: Point[];
  label: string;
  tick: (value: number) => string;
  day: (on: string) => string;
  month: (on: string) => string;
  exact: (value: number) => string;
};

/** What is owed in grey, as context; what of it is overdue is the point. */
export default function OwedOverTime({ points, label, tick, day, month, exact }: Props) {
  const atTheEnd =
    (text: string, color: string) => (drawn: { x?: number | string; y?: number | string; index?: number }) =>
      drawn.index === points.length - 1 ? (
        <text x={Number(drawn.x) + 7} y={Number(drawn.y)} dy="0.34em" fill={color} fontWeight={560}>
          {text}
        </text>
      ) : (
        <g />
      );
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={290} initialDimension={{ width: 480, height: 290 }}>
        <ComposedChart data={points} title={label} margin={{ top: 22, right: 62, bottom: 0, left: 4 }}>
          <XAxis
            dataKey="on"
            tickFormatter={month}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={26}
            tick={{ fill: 'var(--muted)' }}
          />
          <YAxis
            tickFormatter={tick}
            tickLine={false}
            axisLine={false}
            width={52}
            tick={{ fill: 'var(--muted)' }}
            domain={[0, 'auto']}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as Point | undefined;
              return at ? (
                <Reading
                  title={day(at.on)}
                  rows={[
                    ['Owed', exact(at.total)],
                    ['Overdue', exact(at.overdue)],
                  ]}
                />
              ) : null;
            }}
          />
          <Line
            dataKey="total"
            stroke="var(--context)"
            strokeWidth={1.5}
            dot={false}
            isAnimationActive={false}
            label={atTheEnd('Owed', 'var(--muted)')}
          />
          <Area
            dataKey="overdue"
            stroke="var(--overdue)"
            fill="var(--overdue)"
            fillOpacity={0.14}
            strokeWidth={2}
            isAnimationActive={false}
            label={atTheEnd('Overdue', 'var(--overdue)')}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
