import { lazy, Suspense, useState } from 'react';
import { count, missing, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Switch } from '../../ui/Chips.js';
import type { Validation } from './model.graphql.js';
import { segmentsSummary } from './model-summary.js';
import { cell, wait } from './QualityCharts.js';

const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

const byText: Record<string, string> = { amount: 'Amount', grade: 'Grade', country: 'Country' };

/** Where it does better, and where worse. */
export function Segments({ version, validation }: { version: number; validation: Validation }) {
  const { segments } = validation;
  const partings = [...new Set(segments.map(({ by }) => by))];
  const [by, choose] = useState(partings[0] ?? '');
  const own = segments.filter((segment) => segment.by === by);
  return (
    <section className="stack" aria-label="Parts of the book">
      <ChartFrame
        title="Where does it tell better, and where worse?"
        summary={segmentsSummary(own)}
        file={`model-${version}-parts`}
        tools={
          <Switch
            label="By what the book is parted"
            value={by}
            onChange={choose}
            choices={partings.map((value) => ({ value, label: byText[value] ?? value }))}
          />
        }
        figures={{
          head: ['Part of the book', 'Invoices', 'Late', 'AUC', 'Brier', 'Calibration error'],
          rows: segments.map((row) => [
            { text: `${byText[row.by] ?? row.by} ${row.name}`, value: `${row.by} ${row.name}` },
            cell(row.cases, count(row.cases)),
            cell(row.rate),
            row.auc === null ? { text: missing, value: '' } : cell(row.auc, count(row.auc, 3)),
            cell(row.brier, count(row.brier, 3)),
            cell(row.calibrationError),
          ]),
        }}
      >
        <Suspense fallback={wait}>
          <PlainBars
            bars={own.map(({ name, auc }) => ({ label: name, values: [auc ?? 0] }))}
            series={[{ name: 'AUC', color: 'var(--accent)' }]}
            label="AUC by part of the book"
            axis="part of the book"
            tick={(value) => count(value, 1)}
            levels={[{ at: 0.5, word: 'coin' }]}
            reading={({ label }) => {
              const row = own.find(({ name }) => name === label);
              return {
                title: label,
                rows: [
                  ['AUC', row?.auc == null ? missing : count(row.auc, 3)],
                  ['Late', share(row?.rate, 1)],
                  ['Invoices', count(row?.cases)],
                ],
              };
            }}
          />
        </Suspense>
      </ChartFrame>
      <p className="muted small">
        Late at all, on the later invoices; parts of fewer than 30 invoices are left out. The calibration error of a
        small part is partly chance.
      </p>
    </section>
  );
}
