import { useLocalStorage } from '@mantine/hooks';
import classes from './ColumnChooser.module.css';
import { Icon } from './Icon.js';
import type { Column } from './Table.js';

export type ColumnChoice<Row> = {
  all: Column<Row>[];
  shown: Column<Row>[];
  canChoose: boolean;
  toggle: (key: string) => void;
};

/** Which columns a reader wants, remembered by table; the first column always stays. */
export function useColumns<Row>(name: string | undefined, all: Column<Row>[]): ColumnChoice<Row> {
  const [turned, setTurned] = useLocalStorage<string[]>({ key: `columns-${name ?? 'none'}`, defaultValue: [] });
  const shown = all.filter((column, place) => place === 0 || Boolean(column.isExtra) === turned.includes(column.key));
  const toggle = (key: string) =>
    setTurned(turned.includes(key) ? turned.filter((one) => one !== key) : [...turned, key]);
  return { all, shown, canChoose: name !== undefined, toggle };
}

export function ColumnChooser<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  if (!choice.canChoose) return null;
  return (
    <details
      className={classes.chooser}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false;
      }}
    >
      <summary>
        <Icon name="columns" size={14} /> Columns
      </summary>
      <div className={classes.list}>
        {choice.all.slice(1).map((column) => (
          <label key={column.key}>
            <input type="checkbox" checked={choice.shown.includes(column)} onChange={() => choice.toggle(column.key)} />
            {column.title}
          </label>
        ))}
      </div>
    </details>
  );
}
