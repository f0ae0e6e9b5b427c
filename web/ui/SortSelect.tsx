import type { Sort } from '../address.js';
import { Icon } from './Icon.js';
import classes from './lists.module.css';
import type { Column } from './Table.js';

/** How two-line rows are sorted: they have no heads to press. */
export function SortSelect<Row>({ columns, sort }: { columns: Column<Row>[]; sort: Sort }) {
  return (
    <span className={classes.group}>
      <select
        className={classes.select}
        aria-label="Sort by"
        value={sort.by}
        onChange={(event) => sort.onSort(event.target.value)}
      >
        {columns.map(({ key, title, sort: by }) =>
          by ? (
            <option key={key} value={by}>
              {title}
            </option>
          ) : null,
        )}
      </select>
      <button
        type="button"
        className={classes.turn}
        aria-label={sort.direction === 'ASC' ? 'Smallest first; turn round' : 'Largest first; turn round'}
        onClick={() => sort.onSort(sort.by)}
      >
        <Icon name={sort.direction === 'ASC' ? 'up' : 'down'} />
      </button>
    </span>
  );
}
