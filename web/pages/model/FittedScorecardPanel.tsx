import { lazy, Suspense } from 'react';
import { count, day, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import type { FittedScorecard } from './model.graphql.js';
import { calibrationSummary, driftWord, rocSummary, stabilitySummary } from './model-summary.js';
import { ScorecardTables } from './ScorecardTables.js';

const ShareCurve = lazy(() => import('../../charts/ShareCurve.js'));
const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

const wait = <Block height={290} />;
const cell = (value: number, text = share(value, 1)) => ({ text, value });
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
  const { name, ways, roc, calibration, drift } = card;
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
        <ChartFrame
          title="Does it tell who does not pay?"
          summary={rocSummary(ways[0]?.auc ?? null, 'in default')}
          file={`${name}-roc`}
          figures={{
            head: ['False alarms', 'Found'],
            rows: roc.map((point) => [cell(point.falseAlarms), cell(point.found)]),
          }}
        >
          <Suspense fallback={wait}>
            <ShareCurve
              points={roc.map(({ falseAlarms, found }) => ({ x: falseAlarms, y: found }))}
              label="ROC curve of default"
              across="of those who paid, falsely told"
              up="of those who defaulted, found"
              share={share}
              reading={({ x, y }) => ({
                title: 'At this bar',
                rows: [
                  ['Found', share(y, 1)],
                  ['False alarms', share(x, 1)],
                ],
              })}
            />
          </Suspense>
        </ChartFrame>
        <ChartFrame
          title="Have its customers moved away from what it learned?"
          summary={stabilitySummary(drift)}
          file={`${name}-drift`}
          figures={{
            head: ['Day', 'Stability index', 'Which is', 'Customers'],
            rows: drift.map((one) => [
              { text: day(one.on), value: one.on },
              cell(one.stability, count(one.stability, 3)),
              { text: driftWord(one.stability), value: driftWord(one.stability) },
              cell(one.cases, count(one.cases)),
            ]),
          }}
        >
          <Suspense fallback={wait}>
            <PlainBars
              bars={drift.map((one) => ({ label: day(one.on), values: [one.stability] }))}
              series={[{ name: 'Stability index', color: 'var(--accent)' }]}
              label="Drift of default by day"
              axis="day on which the customers were scored"
              tick={(value) => count(value, 2)}
              levels={[
                { at: 0.1, word: 'watch' },
                { at: 0.25, word: 'act' },
              ]}
              reading={({ label, values: [value = 0] }) => ({
                title: label,
                rows: [
                  ['Stability index', count(value, 3)],
                  ['Which is', driftWord(value)],
                ],
              })}
            />
          </Suspense>
        </ChartFrame>
        <ChartFrame
          title="When it says 5 %, do 5 % default?"
          summary={calibrationSummary(calibration)}
          file={`${name}-calibration`}
          figures={{
            head: ['Told', 'Happened', 'From', 'To', 'Customers'],
            rows: calibration.map((band) => [
              cell(band.told),
              cell(band.happened),
              cell(band.low),
              cell(band.high),
              cell(band.cases, count(band.cases)),
            ]),
          }}
        >
          <Suspense fallback={wait}>
            <ShareCurve
              points={calibration.map(({ told, happened, low, high }) => ({ x: told, y: happened, low, high }))}
              label="Calibration of default"
              across="told"
              up="happened, with the range of 19 in 20"
              share={share}
              hasDots
              reading={({ x, y, low = y, high = y }) => ({
                title: `Told ${share(x, 1)}`,
                rows: [
                  ['Happened', share(y, 1)],
                  ['19 in 20', `${share(low, 1)} to ${share(high, 1)}`],
                ],
              })}
            />
          </Suspense>
        </ChartFrame>
      </div>
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
