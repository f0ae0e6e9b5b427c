import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import classes from './lists.module.css';

type Props = { label: string; value: string; onChange: (text: string) => void };

/** Asks once the typing pauses. */
export function SearchField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const later = useDebouncedCallback(onChange, 200);
  return (
    <span className={classes.search}>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          later(event.target.value.trim());
        }}
      />
    </span>
  );
}
