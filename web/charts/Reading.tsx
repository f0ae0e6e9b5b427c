import classes from './charts.module.css';

/** The exact figures of the point under the mouse, or under the arrow keys. */
export function Reading({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <div className={classes.reading}>
      <strong>{title}</strong>
      {rows.map(([name, value]) => (
        <span key={name}>
          <span>{name}</span> <b>{value}</b>
        </span>
      ))}
    </div>
  );
}
