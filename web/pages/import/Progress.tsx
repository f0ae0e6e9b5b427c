import { useState } from 'react';
import { count } from '../../format.js';
import type { Import } from './import.graphql.js';
import classes from './progress.module.css';
import { restTime } from './rest-time.js';

type Progress = NonNullable<Import['progress']>;

const notBegun: Progress = { phase: 'Waiting to begin', done: 0, total: 0 };

/** How far it is, in rows and in time. It goes on when nobody looks. */
export function ImportProgress({ progress }: { progress: Import['progress'] }) {
  const { phase, done, total } = progress ?? notBegun;
  const [start, setStart] = useState({ phase, done, at: performance.now() });
  if (start.phase !== phase) setStart({ phase, done, at: performance.now() });
  const rest = restTime(done - start.done, total - done, performance.now() - start.at);
  return (
    <div className={classes.progress}>
      <p role="status">{phase}</p>
      {/* Without a value the bar says that something is going on, but not how far. */}
      <progress className={classes.bar} aria-label={phase} {...(total > 0 ? { value: done, max: total } : {})} />
      <p className="muted small">
        {total > 0 && `${count(done)} of ${count(total)}`}
        {rest && `, ${rest}`}
      </p>
      <p className="muted small">You may leave this page: it goes on, and you find it again under “Recent imports”.</p>
    </div>
  );
}
