import {
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './charts.module.css';
import { Reading } from './Reading.js';

/** `share` of the contract; `isBest` and `isFlat` mark what is recommended and what is as good. */
export type OfferPoint = {
  share: number;
  profit: number;
  isBest: boolean;
  isFlat: boolean;
  readings: [string, string][];
};
type Props = {
  points: OfferPoint[];
  /** The least share that the policy asks for; null where it asks for none, or allows none of these. */
  floor: number | null;
  label: string;
  share: (of: number) => string;
  amount: (major: number) => string;
};
type Dot = { cx?: number; cy?: number; payload?: OfferPoint };

const muted = { fill: 'var(--muted)' };
const flatDot = ({ cx, cy, payload }: Dot) =>
  payload?.isFlat ? (
    <circle cx={cx} cy={cy} r={5} fill="var(--page)" stroke="var(--accent)" strokeWidth={2} />
  ) : (
    <circle cx={cx} cy={cy} r={3} fill="var(--context)" />
  );

/** Grey dots are offers; rings are as good as the best, which carries the word. */
export default function ProfitByDeposit({ points, floor, label, share, amount }: Props) {
  const best = points.find(({ isBest }) => isBest);
  return (
    <div className={classes.lines}>
      <ResponsiveContainer width="100%" height={220} initialDimension={{ width: 520, height: 220 }}>
        <ComposedChart data={points} title={label} margin={{ top: 26, right: 20, bottom: 0, left: 4 }}>
          <XAxis
            dataKey="share"
            type="number"
            domain={[0, 'dataMax']}
            tickFormatter={share}
            tickLine={false}
            axisLine={false}
            tick={muted}
          />
          <YAxis
            tickFormatter={amount}
            tickLine={false}
            axisLine={false}
            width={64}
            tick={muted}
            domain={[(least: number) => Math.min(0, least), 'dataMax']}
            label={{ value: 'expected profit', position: 'insideTopLeft', dy: -24, dx: -2, ...muted }}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          {floor !== null && (
            <ReferenceLine
              x={floor}
              stroke="var(--muted)"
              strokeDasharray="3 3"
              label={{ value: 'floor of the policy', position: 'insideTopRight', dy: -22, ...muted }}
            />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line-strong)' }}
            content={({ payload }) => {
              const at = payload?.[0]?.payload as OfferPoint | undefined;
              return at ? <Reading title={`${share(at.share)} in advance`} rows={at.readings} /> : null;
            }}
          />
          <Line dataKey="profit" stroke="var(--context)" dot={false} activeDot={false} isAnimationActive={false} />
          <Scatter dataKey="profit" isAnimationActive={false} shape={flatDot} />
          {best && (
            <ReferenceDot
              x={best.share}
              y={best.profit}
              r={5}
              fill="var(--accent)"
              stroke="none"
              label={{ value: 'best', position: 'top', fill: 'var(--accent)', fontWeight: 560 }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
