import { Button } from '@mantine/core';
import { useState } from 'react';
import { day, days } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import { type Reuse, ReuseQuery } from './definitions.graphql.js';
import { ReuseDialog } from './ReuseDialog.js';

const columns = (change: (row: Reuse) => void): Column<Reuse>[] => [
  { key: 'who', title: 'Provider', phone: 'title', cell: (row) => row.title },
  {
    key: 'days',
    title: 'Used again below',
    number: true,
    phone: 'figure',
    cell: (row) => (row.reuseDays === 0 ? 'never' : days(row.reuseDays)),
  },
  {
    key: 'vetting',
    title: 'On vetting',
    phone: 'detail',
    cell: (row) => (row.isAskedOnVetting ? 'asked by itself' : 'asked by hand'),
  },
  { key: 'since', title: 'Since', cell: (row) => <span className="nowrap">{day(row.reuseSince)}</span> },
  { key: 'why', title: 'Why so', wide: true, phone: 'detail', cell: (row) => row.reuseReason ?? '–' },
  {
    key: 'change',
    title: 'Do',
    phone: 'second',
    cell: (row) => (
      <Allowed to="scores.define">
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Change how long a report of ${row.title} is used again, and whether it is asked by itself`}
          onClick={() => change(row)}
        >
          Change
        </Button>
      </Allowed>
    ),
  },
];

/** How old a report may be before another is paid for, and who is asked without anybody pressing a button. */
export function ReuseOfReports() {
  const asked = useAsk(ReuseQuery, {});
  const [open, setOpen] = useState<Reuse | null>(null);
  return (
    <section className="stack" aria-labelledby="reuse">
      <h2 id="reuse">How long a report is used again, and who is asked by itself</h2>
      <Faces
        of={asked}
        what="the times"
        skeleton={<Lines count={3} />}
        isEmpty={({ creditCheckProviders }) => creditCheckProviders.length === 0}
        empty="No provider is known."
      >
        {({ creditCheckProviders }) => (
          <Table
            label="How long reports are used again"
            columns={columns(setOpen)}
            rows={creditCheckProviders}
            keyOf={(row) => row.provider}
          />
        )}
      </Faces>
      {open && <ReuseDialog reuse={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
