import { share } from '../format.js';
import classes from './AgingStrip.module.css';
import { type Bucket, bucketField, bucketOrder, bucketText } from './words.js';

type Aging = Record<(typeof bucketField)[Bucket], number>;

/** How old one balance is: one bar, one hue that gets darker. The figures stand beside it in words. */
export function AgingStrip({ aging, by = 'DUE' }: { aging: Aging; by?: 'DUE' | 'INVOICE' }) {
  const parts = bucketOrder.map((bucket) => ({ bucket, minor: Math.max(0, aging[bucketField[bucket]]) }));
  const total = parts.reduce((sum, { minor }) => sum + minor, 0);
  if (total === 0) return null;
  return (
    <div className={classes.strip} aria-hidden="true">
      {parts
        .filter(({ minor }) => minor > 0)
        .map(({ bucket, minor }) => (
          <span
            key={bucket}
            data-bucket={bucketOrder.indexOf(bucket) + 1}
            style={{ flexGrow: minor / total }}
            title={`${bucketText(bucket, by)}: ${share(minor / total)}`}
          />
        ))}
    </div>
  );
}
