import { useEffect, useId, useRef, useState } from 'react';
import { isDay } from '../as-of.js';
import classes from './DayField.module.css';

type Props = { label: string; value: string; max?: string; onChange: (day: string) => void };

/** The browser's own date field. While a year is being typed it passes through the year 2, so it waits for a day one could mean. */
export function DayField({ label, value, max, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const waiting = useRef(0);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const commit = (next: string) => {
    clearTimeout(waiting.current);
    if (isDay(next) && next !== value) onChange(next);
  };
  return (
    <span className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        required
        value={text}
        max={max}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          clearTimeout(waiting.current);
          waiting.current = window.setTimeout(() => commit(next), 500);
        }}
        onBlur={() => (isDay(text) ? commit(text) : setText(value))}
        onKeyDown={(event) => event.key === 'Enter' && commit(text)}
      />
    </span>
  );
}
