import { lazy, Suspense } from 'react';
import { count, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Block } from '../../ui/Faces.js';
import { calibrationSummary, capital, driftWord } from './model-summary.js';

const ShareCurve = lazy(() => import('../../charts/ShareCurve.js'));
const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

export const wait = <Block height={290} />;
export const cell = (value: number, text = share(value, 1)) => ({ text, value });

/** What each chart of a model is about. */
interface Words {
  title: string;
  summary: string;
  /** Of what is downloaded. */
  file: string;
  label: string;
}

interface RocProps extends Words {
  points: readonly { falseAlarms: number; found: number }[];
  across: string;
  up: string;
}

/** Whether it tells the ones from the others, at every bar. */
export function RocChart({ points, label, across, up, ...words }: RocProps) {
  return (
    <ChartFrame
      {...words}
      figures={{
        head: ['False alarms', 'Found'],
        rows: points.map((point) => [cell(point.falseAlarms), cell(point.found)]),
      }}
    >
      <Suspense fallback={wait}>
        <ShareCurve
          points={points.map(({ falseAlarms, found }) => ({ x: falseAlarms, y: found }))}
          label={label}
          across={across}
          up={up}
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
  );
}

interface CalibrationProps extends Omit<Words, 'summary'> {
  bands: readonly { cases: number; told: number; happened: number; low: number; high: number }[];
  /** What is counted: invoices or customers. */
  cases: string;
}

/** Whether what it tells happens as often as it tells it. */
export function CalibrationChart({ bands, cases, label, ...words }: CalibrationProps) {
  return (
    <ChartFrame
      {...words}
      summary={calibrationSummary(bands)}
      figures={{
        head: ['Told', 'Happened', 'From', 'To', cases],
        rows: bands.map((band) => [
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
          points={bands.map(({ told, happened, low, high }) => ({ x: told, y: happened, low, high }))}
          label={label}
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
  );
}

interface LiftProps extends Words {
  bands: readonly { cases: number; rate: number; lift: number; foundSoFar: number }[];
  /** What is counted: invoices or customers. */
  cases: string;
}

/** How much oftener it happens among those told the highest chances. */
export function LiftChart({ bands, cases, label, ...words }: LiftProps) {
  return (
    <ChartFrame
      {...words}
      figures={{
        head: ['Tenth', 'Rate', 'Lift', 'Found so far', capital(cases)],
        rows: bands.map((band, place) => [
          cell(place + 1, `${place + 1}`),
          cell(band.rate),
          cell(band.lift, count(band.lift, 2)),
          cell(band.foundSoFar),
          cell(band.cases, count(band.cases)),
        ]),
      }}
    >
      <Suspense fallback={wait}>
        <PlainBars
          bars={bands.map(({ lift }, place) => ({ label: `${place + 1}`, values: [lift] }))}
          series={[{ name: 'Lift', color: 'var(--accent)' }]}
          label={label}
          axis={`tenth of the ${cases}, the likeliest first`}
          tick={(value) => `${count(value, 1)}×`}
          levels={bands.length > 0 ? [{ at: 1, word: 'all' }] : []}
          reading={(bar) => {
            const band = bands[Number(bar.label) - 1];
            return {
              title: `Tenth ${bar.label}`,
              rows: [
                ['Rate', share(band?.rate, 1)],
                ['Against all', `${count(band?.lift, 2)}×`],
                ['Found so far', share(band?.foundSoFar)],
              ],
            };
          }}
        />
      </Suspense>
    </ChartFrame>
  );
}

interface DriftProps extends Words {
  /** Each named as it is read, with what it is sorted by. */
  times: readonly { name: string; value: string; stability: number; cases: number }[];
  heads: readonly [time: string, cases: string];
  axis: string;
}

/** Whether those it is asked about are still like those it was fitted on. */
export function DriftChart({ times, heads: [time, cases], axis, label, ...words }: DriftProps) {
  return (
    <ChartFrame
      {...words}
      figures={{
        head: [time, 'Stability index', 'Which is', cases],
        rows: times.map((one) => [
          { text: one.name, value: one.value },
          cell(one.stability, count(one.stability, 3)),
          { text: driftWord(one.stability), value: driftWord(one.stability) },
          cell(one.cases, count(one.cases)),
        ]),
      }}
    >
      <Suspense fallback={wait}>
        <PlainBars
          bars={times.map(({ name, stability }) => ({ label: name, values: [stability] }))}
          series={[{ name: 'Stability index', color: 'var(--accent)' }]}
          label={label}
          axis={axis}
          tick={(value) => count(value, 2)}
          levels={[
            { at: 0.1, word: 'watch' },
            { at: 0.25, word: 'act' },
          ]}
          reading={({ label: name, values: [value = 0] }) => ({
            title: name,
            rows: [
              ['Stability index', count(value, 3)],
              ['Which is', driftWord(value)],
            ],
          })}
        />
      </Suspense>
    </ChartFrame>
  );
}
