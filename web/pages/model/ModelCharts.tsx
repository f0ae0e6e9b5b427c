import { lazy, Suspense, useState } from 'react';
import { count, month, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Switch } from '../../ui/Chips.js';
import { type Delay, delayChoices, delayWords, reportOf } from './delay-text.js';
import type { Validation } from './model.graphql.js';
import { distributionSummary, driftSummary, liftSummary, rocSummary } from './model-summary.js';
import { CalibrationChart, cell, DriftChart, LiftChart, RocChart, wait } from './QualityCharts.js';

const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

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
        <RocChart
          title={`Does it tell who is ${word}?`}
          summary={rocSummary(auc, word)}
          file={file('roc')}
          points={roc}
          label="ROC curve"
          across="of those in time, falsely told late"
          up={`of those ${word}, found`}
        />
        <CalibrationChart
          title={`When it says 30 %, are 30 % ${word}?`}
          file={file('calibration')}
          bands={calibration}
          label="Calibration"
          cases="Invoices"
        />
        <LiftChart
          title="How much is found among the likeliest?"
          summary={liftSummary(lift, word)}
          file={file('lift')}
          bands={lift}
          label="Lift"
          cases="invoices"
        />
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
        <DriftChart
          title="Has the book moved away from what it learned?"
          summary={driftSummary(validation.drift)}
          file={`model-${version}-drift`}
          times={validation.drift.map((one) => ({ ...one, name: month(`${one.month}-01`), value: one.month }))}
          heads={['Month', 'Invoices']}
          label="Drift by month"
          axis="month of issue"
        />
      </div>
    </section>
  );
}
