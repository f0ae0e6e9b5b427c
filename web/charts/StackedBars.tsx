import { type KeyboardEvent, useRef, useState } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { step } from './step.js';

export type Series = { key: string; label: string; mark: string; color: string; ink: string };
type Props = {
  categories: { key: string; label: string }[];
  series: Series[];
  /** One row a category, one figure a series. */
  values: number[][];
  /** What the categories count. */
  axis: string;
  /** Of an axis tick, a total on top, and one segment in full. */
  tick: (value: number) => string;
  describe: (category: number, series: number) => string;
  onOpen: (category: number, series: number) => void;
};
type Drawn = { x?: number; y?: number; width?: number; height?: number; index?: number };

/** Bars of parts. One stop for the keyboard: arrows walk the parts, Enter opens the one in focus. */
export default function StackedBars({ categories, series, values, axis, tick, describe, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState<[number, number] | null>(null);
  const first = values.findIndex((row) => row.some((value) => value > 0));
  const stop = now ?? ([first, values[first]?.findIndex((value) => value > 0) ?? 0] as const);
  const data = categories.map(({ label }, place) => ({
    label,
    total: values[place]?.reduce((sum, value) => sum + value, 0) ?? 0,
    ...Object.fromEntries(series.map(({ key }, at) => [key, Math.max(0, values[place]?.[at] ?? 0)])),
  }));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && now) return onOpen(...now);
    const next = step(values, [stop[0], stop[1]], event.key);
    if (!next) return;
    event.preventDefault();
    box.current?.querySelector<SVGElement>(`[data-part="${next.join('-')}"]`)?.focus();
  };
  const part = (at: number) => (drawn: Drawn) => {
    const { x = 0, y = 0, width = 0, height = 0, index: place = 0 } = drawn;
    const { color, ink, mark } = series[at] as Series;
    if (!(height > 0)) return <g />;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be an <a>
      <g
        role="link"
        className={classes.part}
        tabIndex={stop[0] === place && stop[1] === at ? 0 : -1}
        data-part={`${place}-${at}`}
        aria-label={describe(place, at)}
        onFocus={() => setNow([place, at])}
        onMouseEnter={() => setNow([place, at])}
        onClick={() => onOpen(place, at)}
      >
        <rect x={x} y={y} width={width} height={Math.max(height - 1, 1)} fill={color} />
        {height >= 17 && width >= 18 && (
          <text x={x + width / 2} y={y + height / 2} dy="0.34em" textAnchor="middle" fontWeight={600} fill={ink}>
            {mark}
          </text>
        )}
      </g>
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the parts inside are the links; this only moves between them
    <div ref={box} onKeyDown={onKey} onBlur={() => setNow(null)} onMouseLeave={() => setNow(null)}>
      <ResponsiveContainer width="100%" height={290} initialDimension={{ width: 640, height: 290 }}>
        <BarChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 22, right: 4, bottom: 18, left: 4 }}
          barCategoryGap="22%"
        >
          <XAxis
            dataKey="label"
            label={{ value: axis, position: 'insideBottom', offset: -14, fill: 'var(--muted)' }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            interval={0}
            tick={{ fill: 'var(--muted)' }}
          />
          <YAxis tickFormatter={tick} tickLine={false} axisLine={false} width={52} tick={{ fill: 'var(--muted)' }} />
          {series.map(({ key }, at) => (
            <Bar key={key} dataKey={key} stackId="all" isAnimationActive={false} shape={part(at)}>
              {at === series.length - 1 && (
                <LabelList
                  dataKey="total"
                  position="top"
                  fill="var(--text)"
                  fontWeight={560}
                  formatter={(total) => tick(Number(total))}
                />
              )}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
      <p className={classes.readout} aria-hidden="true">
        {now ? describe(...now) : 'Point at a part for its figures; click it, or press Enter on it, for its invoices.'}
      </p>
    </div>
  );
}
