import { type KeyboardEvent, memo, type SyntheticEvent, useRef, useState } from 'react';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from './charts.module.css';
import { step } from './step.js';

export type Series = { key: string; mark: string; color: string; ink: string };
type Shown = {
  categories: { key: string; label: string }[];
  series: Series[];
  /** One row a category, one figure a series. */
  values: number[][];
  /** What the categories count. */
  axis: string;
  /** Of an axis tick and a total on top. */
  tick: (value: number) => string;
  /** One part in full. */
  describe: (category: number, series: number) => string;
};
type Props = Shown & { onOpen: (category: number, series: number) => void };
type Place = [category: number, series: number];
type Drawn = { x?: number; y?: number; width?: number; height?: number; index?: number };

const partOf = (event: SyntheticEvent) => (event.target as Element).closest<SVGElement>('[data-part]');
const placeOf = (part: Element): Place => {
  const [category = 0, series = 0] = (part.getAttribute('data-part') ?? '').split('-').map(Number);
  return [category, series];
};

/** Bars of parts. One stop for the keyboard: arrows walk the parts, Enter opens the one in focus. */
export default function StackedBars({ onOpen, ...shown }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState<Place | null>(null);
  const point = (event: SyntheticEvent) => {
    const part = partOf(event);
    setNow(part ? placeOf(part) : null);
  };
  const open = (event: SyntheticEvent) => {
    const part = partOf(event);
    if (part) onOpen(...placeOf(part));
  };
  const onKey = (event: KeyboardEvent) => {
    const part = partOf(event);
    if (!part) return;
    if (event.key === 'Enter') return open(event);
    const next = step(shown.values, placeOf(part), event.key);
    const to = next && box.current?.querySelector<SVGElement>(`[data-part="${next.join('-')}"]`);
    if (!to) return;
    event.preventDefault();
    part.setAttribute('tabindex', '-1');
    to.setAttribute('tabindex', '0');
    to.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the parts inside are the links; this listens for all of them
    <div ref={box} onFocus={point} onBlur={() => setNow(null)} onMouseOver={point} onClick={open} onKeyDown={onKey}>
      <Bars {...shown} />
      <p className={classes.readout} aria-hidden="true">
        {now
          ? shown.describe(...now)
          : 'Point at a part for its figures; click it, or press Enter on it, for its invoices.'}
      </p>
    </div>
  );
}

/** Drawn once for its figures: what is drawn again loses the keyboard’s place. */
const Bars = memo(function Bars({ categories, series, values, axis, tick, describe }: Shown) {
  const first = values.findIndex((row) => row.some((value) => value > 0));
  const stop = `${first}-${values[first]?.findIndex((value) => value > 0)}`;
  const data = categories.map(({ label }, place) => ({
    label,
    total: values[place]?.reduce((sum, value) => sum + value, 0) ?? 0,
    ...Object.fromEntries(series.map(({ key }, at) => [key, Math.max(0, values[place]?.[at] ?? 0)])),
  }));
  const part =
    ({ color, ink, mark }: Series, at: number) =>
    ({ x = 0, y = 0, width = 0, height = 0, index = 0 }: Drawn) => {
      if (!(height > 0)) return <g />;
      const id = `${index}-${at}`;
      return (
        // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be an <a>
        <g
          role="link"
          className={classes.part}
          tabIndex={id === stop ? 0 : -1}
          data-part={id}
          aria-label={describe(index, at)}
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
  const muted = { fill: 'var(--muted)' };
  return (
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 640, height: 300 }}>
      <BarChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: 22, right: 4, bottom: 18, left: 4 }}
        barCategoryGap="22%"
      >
        <XAxis
          dataKey="label"
          label={{ value: axis, position: 'insideBottom', offset: -14, ...muted }}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          interval={0}
          tick={muted}
        />
        <YAxis tickFormatter={tick} tickLine={false} axisLine={false} width={52} tick={muted} />
        {series.map((one, at) => (
          <Bar key={one.key} dataKey={one.key} stackId="all" isAnimationActive={false} shape={part(one, at)}>
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
  );
});
