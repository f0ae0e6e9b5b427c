import { ComposedChart, Line, ReferenceLine, ResponsiveContainer, Scatter, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { niceDays } from './nice-days.js';
import { Reading } from './Reading.js';

/** `daysLate` of an invoice paid on that day, or `unpaidFor`: days past due so far of one that is not. */
export type Point = { on: string; title: string; daysLate?: number; unpaidFor?: number; usual?: number | null };
type Props = {
  points: Point[];
  label: string;
  day: (on: string) => string;
  month: (on: string) => string;
  number: (days: number) => string;
  /** Of a paid invoice, and of one that is not. */
  late: (days: number) => string;
  due: (days: number) => string;
};
type Dot = { cx?: number; cy?: number; payload?: Point };
type End = { index?: number; x?: number | string; y?: number | string };

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const muted = { fill: 'var(--muted)' };
const paidDot = ({ cx, cy, payload }: Dot) =>
  payload?.daysLate === undefined ? <g /> : <circle cx={cx} cy={cy} r={3} fill="var(--context)" fillOpacity={0.6} />;
/** The oldest carries the word for all. */
const unpaidDot =
  (oldest: number) =>
  ({ cx = 0, cy = 0, payload }: Dot) =>
    payload?.unpaidFor === undefined ? (
      <g />
    ) : (
      <g>
        <circle cx={cx} cy={cy} r={4} fill="var(--page)" stroke="var(--overdue)" strokeWidth={2} />
        {payload.unpaidFor === oldest && (
          <text x={cx + 9} y={cy} dy="0.34em" fill="var(--overdue)" fontWeight={560}>
            unpaid
          </text>
        )}
      </g>
    );

/** Paid invoices are grey dots on their day, the line is what is usual, rings are still unpaid. Zero is the due day. */
export default function DaysLateOverTime({ points, label, day, month, number, late, due }: Props) {
  const data = points.map((point) => ({ ...point, at: Date.parse(point.on) }));
  const ticks = niceDays(points.map((point) => point.unpaidFor ?? point.daysLate ?? 0));
  const last = data.findLastIndex((point) => point.usual != null);
  const usualLabel = ({ index, x, y }: End) =>
    index === last ? (
      <text x={Number(x) + 7} y={Number(y)} dy="-0.5em" fill="var(--accent)" fontWeight={560}>
        usual
      </text>
    ) : (
      <g />
    );
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={270} initialDimension={{ width: 640, height: 270 }}>
        <ComposedChart data={data} title={label} margin={{ top: 26, right: 62, bottom: 0, left: 4 }}>
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(at) => month(isoDay(at))}
            tickLine={false}
            axisLine={false}
            minTickGap={30}
            tick={muted}
          />
          <YAxis
            tickFormatter={number}
            tickLine={false}
            axisLine={false}
            width={44}
            tick={muted}
            ticks={ticks}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            interval={0}
            label={{ value: 'days late, or past due', position: 'insideTopLeft', dy: -24, dx: -2, ...muted }}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" label={{ value: 'due day', position: 'right', ...muted }} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as Point | undefined;
              return at ? <Reading title={at.title} rows={readings(at, day, late, due)} /> : null;
            }}
          />
          <Scatter dataKey="daysLate" isAnimationActive={false} shape={paidDot} />
          <Line
            dataKey="usual"
            stroke="var(--accent)"
            strokeWidth={2.25}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            label={usualLabel}
          />
          <Scatter
            dataKey="unpaidFor"
            isAnimationActive={false}
            shape={unpaidDot(Math.max(...points.map((point) => point.unpaidFor ?? 0)))}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function readings(at: Point, day: Props['day'], late: Props['late'], due: Props['due']): [string, string][] {
  if (at.unpaidFor !== undefined) return [['Unpaid', due(at.unpaidFor)]];
  const paid: [string, string] = ['Paid', `${day(at.on)}, ${late(at.daysLate ?? 0)}`];
  return at.usual == null ? [paid] : [paid, ['Usual then', late(at.usual)]];
}
