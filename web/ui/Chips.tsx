import type { ReactNode } from 'react';
import classes from './Chips.module.css';
import { Icon } from './Icon.js';

/** A filter that is on or off. */
export function Toggle(props: { on: boolean; onChange: (on: boolean) => void; children: ReactNode; label?: string }) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={props.on}
      aria-label={props.label}
      onClick={() => props.onChange(!props.on)}
    >
      {props.children}
    </button>
  );
}

/** A filter that came with the address and can be taken away. */
export function FilterChip({ children, onRemove }: { children: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={classes.chip}
      data-on
      aria-label={`Remove the filter ${children}`}
      onClick={onRemove}
    >
      {children}
      <Icon name="close" size={12} />
    </button>
  );
}

type Choice<T extends string> = { value: T; label: string };

/** One of a few, all in sight. */
export function Switch<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className={classes.switch}>
      <legend className="sr">{props.label}</legend>
      {props.choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          className={classes.option}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
