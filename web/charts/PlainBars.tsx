import { Bar, BarChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

export type PlainBar = { label: string; values: number[] };
type Props = {
  bars: PlainBar[];
  /** One colour a value, the first at the bottom. */
  series: { name: string; color: string }[];
  label: string;
  axis: string;
  tick: (value: number) => string;
  reading: (bar: PlainBar) => { title: string; rows: [string, string][] };
  /** Levels that mean something, with their word. */
  levels?: { at: number; word: string }[];
  /** Figures beside each other, and not parts of one. */
  isBeside?: boolean;
};

const muted = { fill: 'var(--muted)' };

/** Bars from nought, of one figure or of parts. */
export default function PlainBars({ bars, series, label, axis, tick, reading, levels = [], isBeside = false }: Props) {
  const data = bars.map((bar) => ({ ...bar, ...Object.fromEntries(bar.values.map((value, at) => [`v${at}`, value])) }));
  const highest = Math.max(
    ...bars.map(({ values }) => (isBeside ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0))),
    0,
  );
  const top = Math.max(highest, ...levels.map(({ at }) => at * 1.1));
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={290} initialDimension={{ width: 480, height: 290 }}>
        <BarChart data={data} title={label} margin={{ top: 22, right: 44, bottom: 18, left: 4 }} barCategoryGap="18%">
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            minTickGap={10}
            tick={muted}
            label={{ value: axis, position: 'insideBottom', offset: -14, ...muted }}
          />
          <YAxis tickFormatter={tick} tickLine={false} axisLine={false} width={52} tick={muted} domain={[0, top]} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--line)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as PlainBar | undefined;
              return at ? <Reading {...reading(at)} /> : null;
            }}
          />
          {levels.map(({ at, word }) => (
            <ReferenceLine
              key={word}
              y={at}
              stroke="var(--line-strong)"
              strokeDasharray="4 4"
              label={{ value: word, position: 'right', ...muted }}
            />
          ))}
          {series.map(({ name, color }, at) => (
            <Bar
              key={name}
              dataKey={`v${at}`}
              name={name}
              stackId={isBeside ? name : 'all'}
              fill={color}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
