import { Block, Lines } from './Faces.js';
import classes from './Faces.module.css';

/** The outline of any page: a heading, a few figures, rows. */
export function PageSkeleton() {
  return (
    <div className={`page ${classes.loading}`} role="status">
      <span className="sr">Loading the page</span>
      <Block height={30} />
      <Block height={84} />
      <Lines count={8} />
    </div>
  );
}
