import { type ReactNode, useId, useState } from 'react';
import classes from './Definition.module.css';

/** A word with what it means one hover, or one click, away. */
export function Definition({ term, children }: { term: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <span className={classes.definition}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-describedby={id}
        onClick={() => setOpen(!isOpen)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {term}
      </button>
      <span role="tooltip" id={id} className={classes.bubble} data-open={isOpen || undefined}>
        {children}
      </span>
    </span>
  );
}
