import { useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import classes from './drop.module.css';
import { type ImportKind, ImportKindsQuery } from './import.graphql.js';

type Field = ImportKind['fields'][number];

const columns: Column<Field>[] = [
  { key: 'field', title: 'Column', phone: 'title', cell: ({ field }) => field },
  { key: 'required', title: 'Required', phone: 'figure', cell: ({ inOurFile }) => inOurFile },
  {
    key: 'holds',
    title: 'What it holds, and how it is written',
    phone: 'detail',
    wide: true,
    cell: ({ description, shape }) => (
      <>
        {description}
        <br />
        <span className="muted small">{shape}</span>
      </>
    ),
  },
  { key: 'example', title: 'Example', cell: ({ example }) => example },
];

/** Our own formats: each as a file to start from, and what stands in each of its columns. */
export function Examples() {
  const asked = useAsk(ImportKindsQuery, {});
  return (
    <section className="stack" aria-labelledby="examples">
      <h2 id="examples">What may a file hold?</h2>
      <p className="muted">
        Download an example and fill it, or bring the export of your own system: if we do not know its columns, you say
        once what they mean.
      </p>
      <Faces of={asked} what="what a file may hold" skeleton={<Lines count={8} />}>
        {({ importKinds }) => (
          <div className={classes.examples}>
            {importKinds.map(({ kind, description, fields }) => (
              <section key={kind} aria-labelledby={`example-${kind}`}>
                <h3 id={`example-${kind}`}>
                  <a href={`/examples/${kind}.csv`} download={`${kind}.csv`}>
                    <span className="sr">Download the example </span>
                    {kind}.csv
                  </a>
                </h3>
                <p className="muted">{description}</p>
                <details>
                  <summary>Its {fields.length} columns</summary>
                  <Table
                    label={`Columns of ${kind}.csv`}
                    columns={columns}
                    rows={fields}
                    keyOf={({ field }) => field}
                  />
                </details>
              </section>
            ))}
          </div>
        )}
      </Faces>
    </section>
  );
}
