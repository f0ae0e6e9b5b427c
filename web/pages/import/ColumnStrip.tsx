import { NativeSelect } from '@mantine/core';
import { missing } from '../../format.js';
import type { ImportFile, ImportKind } from './import.graphql.js';
import classes from './mapping.module.css';

type Props = { file: ImportFile; kind: ImportKind; fields: string[]; onChange: (fields: string[]) => void };

/** The first rows of a file, and above each column what it means. On a phone the columns stand one below the other. */
export function ColumnStrip({ file, kind, fields, onChange }: Props) {
  const columns = file.header.map((name, at) => ({
    key: `${at} ${name}`,
    name: name || `Column ${at + 1}`,
    values: file.sample.map((row) => row[at] || missing).join('\n'),
    field: fields[at] ?? '',
    choose: (field: string) => onChange(file.header.map((_, other) => (other === at ? field : (fields[other] ?? '')))),
  }));
  const items = (needed: boolean) =>
    kind.fields
      .filter(({ required }) => required === needed)
      .map(({ field, title }) => ({ value: field, label: title }));
  const choices = [
    { value: '', label: 'Left out' },
    { group: 'Needed', items: items(true) },
    { group: 'If there is one', items: items(false) },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.strip} tabIndex={0} aria-label={`Columns of ${file.name} and its first rows`}>
      <ul>
        {columns.map(({ key, name, values, field, choose }) => (
          <li key={key} data-taken={field !== '' || undefined}>
            <NativeSelect
              label={name}
              size="xs"
              data={choices}
              value={field}
              title={kind.fields.find((one) => one.field === field)?.description}
              onChange={(event) => choose(event.currentTarget.value)}
            />
            <p className="small">{values}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
