import classes from './lists.module.css';

type Props<T extends string> = {
  label: string;
  value: T | '';
  /** What is shown when nothing is chosen: "Any stage". */
  any: string;
  choices: Record<T, string>;
  onChange: (value: T | '') => void;
};

/** A filter with many values. */
export function Select<T extends string>({ label, value, any, choices, onChange }: Props<T>) {
  return (
    <select
      className={classes.select}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as T | '')}
    >
      <option value="">{any}</option>
      {Object.entries<string>(choices).map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  );
}
