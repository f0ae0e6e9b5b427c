import { lazy, Suspense, useState } from 'react';
import { count, share } from '../../format.js';
import { ChartFrame } from '../../ui/ChartFrame.js';
import { Switch } from '../../ui/Chips.js';
import type { FittedScorecard } from './model.graphql.js';
import { capital, partsSummary } from './model-summary.js';
import { cell, wait } from './QualityCharts.js';

const PlainBars = lazy(() => import('../../charts/PlainBars.js'));

type Part = NonNullable<FittedScorecard['parts']>[number];

/** What was told of each part of the book, and what came. */
export function DefaultPartsChart({ name, parts }: { name: string; parts: readonly Part[] }) {
  const partings = [...new Set(parts.map(({ by }) => by))];
  const [by, choose] = useState(partings[0] ?? '');
  return (
    <ChartFrame
      title="For which customers does it tell better, for which worse?"
      summary={partsSummary(parts)}
      file={`${name}-parts`}
      tools={
        <Switch
          label="By what the book is parted"
          value={by}
          onChange={choose}
          choices={partings.map((value) => ({ value, label: capital(value) }))}
        />
      }
      figures={{
        head: ['Part of the book', 'Customers', 'Defaults', 'Told', 'AUC'],
        rows: parts.map((part) => [
          { text: `${part.by}: ${part.name}`, value: `${part.by}: ${part.name}` },
          cell(part.customers, count(part.customers)),
          cell(part.defaults, count(part.defaults)),
          cell(part.told, count(part.told, 1)),
          part.auc === null ? { text: 'fewer than 20 defaults', value: '' } : cell(part.auc, count(part.auc, 3)),
        ]),
      }}
    >
      <Suspense fallback={wait}>
        <PlainBars
          bars={parts
            .filter((part) => part.by === by)
            .map((part) => ({
              label: part.name,
              values: [part.told / part.customers, part.defaults / part.customers],
            }))}
          series={[
            { name: 'told', color: 'var(--accent)' },
            { name: 'came', color: 'var(--overdue)' },
          ]}
          isBeside
          label="Defaults told, and come, by part of the book"
          axis={`${by}: told on the left, came on the right`}
          tick={(value) => share(value)}
          reading={({ label, values: [told, came] }) => ({
            title: label,
            rows: [
              ['Told', share(told, 1)],
              ['Came', share(came, 1)],
            ],
          })}
        />
      </Suspense>
    </ChartFrame>
  );
}
