import { ComposedChart, ErrorBar, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

/** `low` and `high`: between which the true share of `y` lies. */
export type SharePoint = { x: number; y: number; low?: number; high?: number };
type Props = {
  points: SharePoint[];
  label: string;
  across: string;
  up: string;
  share: (value: number) => string;
  reading: (point: SharePoint) => { title: string; rows: [string, string][] };
  hasDots?: boolean;
};

const muted = { fill: 'var(--muted)' };
const whole: [number, number] = [0, 1];

/** One share against another, beside the line on which both are equal. */
export default function ShareCurve({ points, label, across, up, share, reading, hasDots }: Props) {
  const data = points.map((point) => ({
    ...point,
    reach: [point.y - (point.low ?? point.y), (point.high ?? point.y) - point.y],
  }));
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={290} initialDimension={{ width: 480, height: 290 }}>
        <ComposedChart data={data} title={label} margin={{ top: 26, right: 22, bottom: 18, left: 4 }}>
          <XAxis
            dataKey="x"
            type="number"
            domain={whole}
            tickFormatter={(value) => share(Number(value))}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tick={muted}
            label={{ value: across, position: 'insideBottom', offset: -14, ...muted }}
          />
          <YAxis
            domain={whole}
            tickFormatter={(value) => share(Number(value))}
            tickLine={false}
            axisLine={false}
            width={52}
            tick={muted}
            label={{ value: up, position: 'insideTopLeft', dy: -24, dx: -2, ...muted }}
          />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--context)"
            strokeDasharray="4 4"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as SharePoint | undefined;
              return at ? <Reading {...reading(at)} /> : null;
            }}
          />
          <Line
            dataKey="y"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={hasDots ? { r: 3, fill: 'var(--accent)', strokeWidth: 0 } : false}
            isAnimationActive={false}
          >
            {hasDots && <ErrorBar dataKey="reach" width={5} stroke="var(--accent)" strokeOpacity={0.55} />}
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
