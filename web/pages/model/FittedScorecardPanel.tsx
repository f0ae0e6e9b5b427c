import { count, day, share } from '../../format.js';
import { type Column, Table } from '../../ui/Table.js';
import { DefaultPartsChart } from './DefaultPartsChart.js';
import type { FittedScorecard } from './model.graphql.js';
import { liftSummary, rocSummary, stabilitySummary } from './model-summary.js';
import { CalibrationChart, DriftChart, LiftChart, RocChart } from './QualityCharts.js';
import { ScorecardTables } from './ScorecardTables.js';

const figure = (value: number | null) => (value === null ? '–' : count(value, 3));

type Way = FittedScorecard['ways'][number] & { name: string };

const columns: Column<Way>[] = [
  { key: 'way', title: 'Way', phone: 'title', cell: (row) => row.name },
  {
    key: 'auc',
    title: 'AUC',
    hint: 'Chance that one who defaults is given the higher chance than one who does not.',
    number: true,
    phone: 'figure',
    cell: (row) => figure(row.auc),
  },
  { key: 'gini', title: 'Gini', hint: '2 AUC − 1.', number: true, phone: 'detail', cell: (row) => figure(row.gini) },
  {
    key: 'ks',
    title: 'KS',
    hint: 'The widest gap of the two distributions.',
    number: true,
    cell: (row) => figure(row.ks),
  },
  {
    key: 'brier',
    title: 'Brier',
    hint: 'Mean squared error: lower is better.',
    number: true,
    cell: (row) => figure(row.brier),
  },
  { key: 'loss', title: 'Log loss', hint: 'Lower is better.', number: true, cell: (row) => figure(row.logLoss) },
  {
    key: 'calibration',
    title: 'Calibration error',
    hint: 'By how much chances are off on average, ten bins of equal count.',
    number: true,
    phone: 'second',
    cell: (row) => share(row.calibrationError, 1),
  },
];

/** One scorecard that was fitted: how good it was on customers it had not seen, and, where it is not in force, its rows. */
export function FittedScorecardPanel({ card, isInForce }: { card: FittedScorecard; isInForce: boolean }) {
  const { name, ways, roc, calibration, lift, parts, drift } = card;
  return (
    <>
      <p className="muted small">
        {name}, fitted on {count(card.days.reduce((sum, one) => sum + one.defaults, 0))} defaults in the years after{' '}
        {card.days.map(({ on }) => day(on)).join(', ')}; measured on {count(card.customers)} customers as of{' '}
        {day(card.measuredOn)}, of whom {count(card.defaults)} defaulted within a year. {card.definition}
        {card.leftOut.length > 0 && ` Left out, since it told nothing more: ${card.leftOut.join(', ')}.`}
      </p>
      <Table
        label="Ways of telling who does not pay"
        columns={columns}
        rows={ways.map((way) => ({ ...way, name: nameOfWay(way.way, card) }))}
        keyOf={(way) => way.name}
      />
      <div className="columns">
        <RocChart
          title="Does it tell who does not pay?"
          summary={rocSummary(ways[0]?.auc ?? null, 'in default')}
          file={`${name}-roc`}
          points={roc}
          label="ROC curve of default"
          across="of those who paid, falsely told"
          up="of those who defaulted, found"
        />
        <DriftChart
          title="Have its customers moved away from what it learned?"
          summary={stabilitySummary(drift)}
          file={`${name}-drift`}
          times={drift.map((one) => ({ ...one, name: day(one.on), value: one.on }))}
          heads={['Day', 'Customers']}
          label="Drift of default by day"
          axis="day on which the customers were scored"
        />
        <CalibrationChart
          title="When it says 5 %, do 5 % default?"
          file={`${name}-calibration`}
          bands={calibration}
          label="Calibration of default"
          cases="Customers"
        />
        {lift && (
          <LiftChart
            title="How much is found among the likeliest to default?"
            summary={liftSummary(lift, 'in default', 'customers')}
            file={`${name}-lift`}
            bands={lift}
            label="Lift of default"
            cases="customers"
          />
        )}
        {parts && <DefaultPartsChart name={name} parts={parts} />}
      </div>
      {!(lift && parts) && (
        <p className="muted small">
          Lift and parts of the book are not kept with {name}, which an earlier Goodstanding fitted. Fit another to see
          them: <code>npx goodstanding train --default</code>.
        </p>
      )}
      {!isInForce && (
        <>
          <h3>The rows of {name}</h3>
          <p className="muted small">Every customer would start from {card.base} points.</p>
          <ScorecardTables factors={card.factors} />
        </>
      )}
      <ul className="small">
        {card.caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </>
  );
}

const nameOfWay = (way: string, { name, besideVersion }: FittedScorecard) =>
  way === 'scorecard' ? name : way === 'in force' ? `${besideVersion}, in force when it was fitted` : way;
