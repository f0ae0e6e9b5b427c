import { ComposedChart, Line, ReferenceLine, ResponsiveContainer, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

export type Paid = { on: string; daysLate: number; usual: number | null; title: string };
type Props = {
  points: Paid[];
  label: string;
  day: (on: string) => string;
  month: (on: string) => string;
  late: (days: number) => string;
};

/** Every paid invoice a grey dot on the day it was paid; the line is what is usual. Zero is the due day. */
export default function DaysLateOverTime({ points, label, day, month, late }: Props) {
  const data = points.map((point) => ({ ...point, at: Date.parse(point.on) }));
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={270} initialDimension={{ width: 640, height: 270 }}>
        <ComposedChart data={data} title={label} margin={{ top: 26, right: 62, bottom: 0, left: 4 }}>
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at) => month(iso(at))}
            tickLine={false}
            axisLine={false}
            minTickGap={30}
            tick={{ fill: 'var(--muted)' }}
          />
          <YAxis
            tickLine={false}
            axisLine={false}
            width={44}
            tick={{ fill: 'var(--muted)' }}
            domain={[(low: number) => Math.min(0, low), (high: number) => Math.max(0, high)]}
            label={{ value: 'days late', position: 'insideTopLeft', dy: -24, dx: -2, fill: 'var(--muted)' }}
          />
          <ReferenceLine
            y={0}
            stroke="var(--line-strong)"
            label={{ value: 'due day', position: 'right', fill: 'var(--muted)' }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const paid = payload?.[0]?.payload as Paid | undefined;
              if (!paid) return null;
              return (
                <Reading
                  title={paid.title}
                  rows={[
                    ['Paid', `${day(paid.on)}, ${late(paid.daysLate)}`],
                    ...(paid.usual === null ? [] : [['Usual then', late(paid.usual)] as [string, string]]),
                  ]}
                />
              );
            }}
          />
          <Scatter
            dataKey="daysLate"
            fill="var(--context)"
            fillOpacity={0.55}
            isAnimationActive={false}
            shape={({ cx, cy }: { cx?: number; cy?: number }) => (
              <circle cx={cx} cy={cy} r={3} fill="var(--context)" opacity={0.6} />
            )}
          />
          <Line
            dataKey="usual"
            stroke="var(--accent)"
            strokeWidth={2.25}
            dot={false}
            connectNulls
            isAnimationActive={false}
            label={({ index, x, y }: { index?: number; x?: number | string; y?: number | string }) =>
              index === points.length - 1 ? (
                <text x={Number(x) + 7} y={Number(y)} dy="-0.5em" fill="var(--accent)" fontWeight={560}>
                  usual
                </text>
              ) : (
                <g />
              )
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
