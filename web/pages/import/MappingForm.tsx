import { Button, NativeSelect } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { Failure, useAct } from '../../graphql.js';
import { ColumnStrip } from './ColumnStrip.js';
import { type ImportFile, type ImportKind, MapImportFile } from './import.graphql.js';
import { type Mapping, needsCurrency, problemsOf, proposed, toInput, withKind } from './mapping.js';
import classes from './mapping.module.css';

type Props = { importId: string; file: ImportFile; kinds: readonly ImportKind[]; currency: string };

const dateOrders = [
  { value: '', label: 'As the whole column shows' },
  { value: 'day-month', label: 'Day first: 31/12/2026' },
  { value: 'month-day', label: 'Month first: 12/31/2026' },
];
const decimalSigns = [
  { value: '', label: 'As the whole column shows' },
  { value: '.', label: 'Point: 1,234.56' },
  { value: ',', label: 'Comma: 1.234,56' },
];

export function MappingForm({ importId, file, kinds, currency }: Props) {
  const [mapping, setMapping] = useSessionStorage<Mapping>({
    key: `mapping ${importId} ${file.name}`,
    defaultValue: proposed(file, kinds, currency),
    getInitialValueInEffect: false,
  });
  const act = useAct(MapImportFile);
  const kind = kinds.find((one) => one.kind === mapping.kind);
  if (!kind) return null;
  const problems = problemsOf(mapping, kind);
  const change = (part: Partial<Mapping>) => setMapping({ ...mapping, ...part });
  return (
    <form
      className={classes.mapping}
      aria-label={`Columns of ${file.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) act.mutate({ input: toInput(importId, file, mapping, kind) });
      }}
    >
      <h3>{file.name}</h3>
      <div className={classes.fields}>
        <NativeSelect
          label="What does the file hold?"
          value={mapping.kind}
          data={kinds.map((one) => ({ value: one.kind, label: one.title }))}
          onChange={({ currentTarget: { value } }) =>
            setMapping(
              withKind(
                mapping,
                kinds.find((one) => one.kind === value),
              ),
            )
          }
        />
        <NativeSelect
          label="Dates such as 3/4/2026"
          value={mapping.dateOrder}
          data={dateOrders}
          onChange={({ currentTarget: { value } }) => change({ dateOrder: value })}
        />
        <NativeSelect
          label="Decimal sign of amounts"
          value={mapping.decimalSign}
          data={decimalSigns}
          onChange={({ currentTarget: { value } }) => change({ decimalSign: value })}
        />
        {needsCurrency(mapping, kind) && (
          <NativeSelect
            label="All amounts are in"
            value={mapping.currency}
            data={Intl.supportedValuesOf('currency')}
            onChange={({ currentTarget: { value } }) => change({ currency: value })}
          />
        )}
      </div>
      <ColumnStrip file={file} kind={kind} fields={mapping.fields} onChange={(fields) => change({ fields })} />
      <div className="row">
        <Button type="submit" loading={act.isPending} disabled={problems.length > 0}>
          Check {file.name} this way
        </Button>
        <span role="status" className="muted">
          {problems.join(' ')}
        </span>
      </div>
      {act.error && (
        <p role="alert" className="overdue">
          {act.error instanceof Failure ? act.error.message : 'Something went wrong.'}
        </p>
      )}
    </form>
  );
}
