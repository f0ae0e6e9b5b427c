import { lazy, Suspense, useState } from 'react';
import { count, month, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Switch } from '../../ui/Chips.js';
import { Block } from '../../ui/Faces.js';
import { type Delay, delayChoices, delayWords, reportOf } from './delay-text.js';
import type { Validation } from './model.graphql.js';
import {
  calibrationSummary,
  distributionSummary,
  driftSummary,
  driftWord,
  liftSummary,
  rocSummary,
} from './model-summary.js';

const ShareCurve = lazy(() => import('../../charts/ShareCurve.js'));
const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

const wait = <Block height={290} />;
const cell = (value: number, text = share(value, 1)) => ({ text, value });

/** Each answers one question about the invoices that the model had not seen. */
export function ModelCharts({ version, validation }: { version: number; validation: Validation }) {
  const [delay, setDelay] = useState<Delay>('0');
  const report = reportOf(validation, delay);
  const word = delayWords[Number(delay)] ?? '';
  const auc = validation.ways[0]?.late[Number(delay)]?.auc ?? null;
  if (!report) return null;
  const { roc, calibration, lift, distribution } = report;
  const file = (name: string) => `model-${version}-${name}-${report.moreThanDays}`;
  return (
    <section className="stack" aria-labelledby="charts">
      <h2 id="charts">How good was it on invoices it had not seen?</h2>
      <Switch label="Which delay the charts are about" value={delay} onChange={setDelay} choices={delayChoices} />
      <div className="columns">
        <ChartFrame
          title={`Does it tell who is ${word}?`}
          summary={rocSummary(auc, word)}
          file={file('roc')}
          figures={{
            head: ['False alarms', 'Found'],
            rows: roc.map((point) => [cell(point.falseAlarms), cell(point.found)]),
          }}
        >
          <Suspense fallback={wait}>
            <ShareCurve
              points={roc.map(({ falseAlarms, found }) => ({ x: falseAlarms, y: found }))}
              label="ROC curve"
              across="of those in time, falsely told late"
              up={`of those ${word}, found`}
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
          title={`When it says 30 %, are 30 % ${word}?`}
          summary={calibrationSummary(calibration)}
          file={file('calibration')}
          figures={{
            head: ['Told', 'Happened', 'From', 'To', 'Invoices'],
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
              label="Calibration"
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
        <ChartFrame
          title="How much is found among the likeliest?"
          summary={liftSummary(lift, word)}
          file={file('lift')}
          figures={{
            head: ['Tenth', 'Rate', 'Lift', 'Found so far', 'Invoices'],
            rows: lift.map((band, place) => [
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
              bars={lift.map(({ lift: times }, place) => ({ label: `${place + 1}`, values: [times] }))}
              series={[{ name: 'Lift', color: 'var(--accent)' }]}
              label="Lift"
              axis="tenth of the invoices, the likeliest first"
              tick={(value) => `${count(value, 1)}×`}
              levels={lift.length > 0 ? [{ at: 1, word: 'all' }] : []}
              reading={(bar) => {
                const band = lift[Number(bar.label) - 1];
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
        <ChartFrame
          title="Does it commit itself?"
          summary={distributionSummary(distribution, word)}
          file={file('distribution')}
          figures={{
            head: ['Chance told', word, `not ${word}`],
            rows: distribution.map((band) => [
              cell(band.from, `${share(band.from)} to ${share(band.from + 0.05)}`),
              cell(band.yes, count(band.yes)),
              cell(band.no, count(band.no)),
            ]),
          }}
        >
          <Suspense fallback={wait}>
            <PlainBars
              bars={distribution.map(({ from, yes, no }) => ({ label: share(from), values: [no, yes] }))}
              series={[
                { name: `not ${word}`, color: 'var(--context)' },
                { name: word, color: 'var(--overdue)' },
              ]}
              label="Distribution of chances"
              axis="chance told, and up to five points above"
              tick={(value) => count(value)}
              reading={({ label, values: [no = 0, yes = 0] }) => ({
                title: `Told ${label} and up`,
                rows: [
                  [word, count(yes)],
                  [`not ${word}`, count(no)],
                ],
              })}
            />
          </Suspense>
        </ChartFrame>
        <ChartFrame
          title="Has the book moved away from what it learned?"
          summary={driftSummary(validation.drift)}
          file={`model-${version}-drift`}
          figures={{
            head: ['Month', 'Stability index', 'Which is', 'Invoices'],
            rows: validation.drift.map((one) => [
              { text: month(`${one.month}-01`), value: one.month },
              cell(one.stability, count(one.stability, 3)),
              { text: driftWord(one.stability), value: driftWord(one.stability) },
              cell(one.cases, count(one.cases)),
            ]),
          }}
        >
          <Suspense fallback={wait}>
            <PlainBars
              bars={validation.drift.map((one) => ({ label: month(`${one.month}-01`), values: [one.stability] }))}
              series={[{ name: 'Stability index', color: 'var(--accent)' }]}
              label="Drift by month"
              axis="month of issue"
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
      </div>
    </section>
  );
}
