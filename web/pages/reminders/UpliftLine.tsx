import classes from './reminders.module.css';

type Span = readonly number[];
type Props = { uplift: number; interval: Span; anyDay: Span | null };

const signed = (part: number) => `${part > 0 ? '+' : '−'}${Math.round(Math.abs(part) * 100)}`;

/** Where the difference lies beside nought: the thick line holds looked at once, the thin one on whatever days. The text says it in figures. */
export function UpliftLine({ uplift, interval, anyDay }: Props) {
  const [low, high] = [Math.min(0, ...interval, ...(anyDay ?? [])), Math.max(0, ...interval, ...(anyDay ?? []))];
  const room = Math.max(high - low, 0.02) * 0.08;
  const [from, to] = [low - room, high + room];
  const at = (part: number) => `${((part - from) / (to - from)) * 100}%`;
  const span = ([a = 0, b = 0]: Span) => ({ left: at(a), width: `${((b - a) / (to - from)) * 100}%` });
  return (
    <div className={classes.uplift} aria-hidden="true">
      <div className={classes.track}>
        {anyDay && <span className={classes.anyDay} style={span(anyDay)} />}
        <span className={classes.once} style={span(interval)} />
        <span className={classes.nought} style={{ left: at(0) }} />
        <span className={classes.estimate} style={{ left: at(uplift) }} />
      </div>
      <div className={classes.ticks}>
        {low < 0 && <span style={{ left: at(low) }}>{signed(low)}</span>}
        <span style={{ left: at(0) }}>0 points</span>
        {high > 0 && <span style={{ left: at(high) }}>{signed(high)}</span>}
      </div>
    </div>
  );
}
