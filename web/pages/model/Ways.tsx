import { useState } from 'react';
import { count, days, missing, share } from '../../format.js';
import { Switch } from '../../ui/Chips.js';
import { type Column, Table } from '../../ui/Table.js';
import { type Delay, delayChoices, delayWords } from './delay-text.js';
import type { ModelRow, Validation } from './model.graphql.js';

type Way = Pick<Validation['ways'][number], 'late' | 'meanAbsoluteError'> & { name: string };

const figure = (value: number | null | undefined) => (value == null ? missing : count(value, 3));

const columnsOf = (delay: Delay): Column<Way>[] => {
  const of = (row: Way) => row.late[Number(delay)];
  return [
    { key: 'way', title: 'Way of telling', phone: 'title', wide: true, cell: (row) => row.name },
    {
      key: 'auc',
      title: 'AUC',
      hint: 'Chance that a late one was told a higher chance than one in time: 0.5 is a coin.',
      number: true,
      phone: 'figure',
      cell: (row) => figure(of(row)?.auc),
    },
    {
      key: 'ks',
      title: 'KS',
      hint: 'The widest gap between the two distributions of chances.',
      number: true,
      cell: (row) => figure(of(row)?.ks),
    },
    {
      key: 'brier',
      title: 'Brier',
      hint: 'Mean squared error of the chances: lower is better.',
      number: true,
      phone: 'detail',
      cell: (row) => figure(of(row)?.brier),
    },
    { key: 'loss', title: 'Log loss', number: true, cell: (row) => figure(of(row)?.logLoss) },
    {
      key: 'calibration',
      title: 'Calibration error',
      hint: 'By how much chances are off on average, ten bins of equal count.',
      number: true,
      phone: 'second',
      cell: (row) => {
        const error = of(row)?.calibrationError;
        return error === undefined ? missing : share(error, 1);
      },
    },
    {
      key: 'days',
      title: 'Days off',
      hint: 'By how many days the expected days late are off on average.',
      number: true,
      cell: (row) => days(row.meanAbsoluteError, 1),
    },
  ];
};

/** The model beside the one in force then and plainer ways, on the same later invoices. */
export function Ways({ row, validation }: { row: ModelRow; validation: Validation }) {
  const [delay, setDelay] = useState<Delay>('0');
  const [own, ...plainer] = validation.ways;
  const rows: Way[] = [
    ...(own ? [{ ...own, name: `model ${row.version}` }] : []),
    ...(row.championThen
      ? [{ ...row.championThen, name: `model ${row.championThen.version}, in force when it was trained` }]
      : []),
    ...plainer.map((way) => ({ ...way, name: way.way })),
  ];
  const measured = own?.late[Number(delay)];
  return (
    <section className="stack" aria-labelledby="ways">
      <h2 id="ways">Does it tell more than plainer ways?</h2>
      <Switch label="Which delay is measured" value={delay} onChange={setDelay} choices={delayChoices} />
      <p className="muted small">
        {measured
          ? `${share(measured.rate, 1)} of ${count(measured.cases)} later invoices were ${delayWords[Number(delay)]}.`
          : 'Of no later invoice this is known yet.'}
      </p>
      <Table label="Ways of telling who pays late" columns={columnsOf(delay)} rows={rows} keyOf={(way) => way.name} />
    </section>
  );
}
