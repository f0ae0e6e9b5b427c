import { Button } from '@mantine/core';
import { useState } from 'react';
import { day, days } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import { keptText } from '../../ui/words.js';
import { RetentionDialog } from './RetentionDialog.js';
import { RetentionTimesQuery } from './retention.graphql.js';

export type Retention = ResultOf<typeof RetentionTimesQuery>['retentionTimes'][number];

const columns = (change: (row: Retention) => void): Column<Retention>[] => [
  { key: 'what', title: 'What', phone: 'title', cell: (row) => keptText[row.what] },
  { key: 'days', title: 'Kept for', number: true, phone: 'figure', cell: (row) => days(row.days) },
  { key: 'from', title: 'Since', cell: (row) => <span className="nowrap">{day(row.validOn)}</span> },
  { key: 'why', title: 'Why so long', wide: true, phone: 'detail', cell: (row) => row.reason },
  {
    key: 'change',
    title: 'Do',
    phone: 'second',
    cell: (row) => (
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        aria-label={`Change how long is kept: ${keptText[row.what]}`}
        onClick={() => change(row)}
      >
        Change
      </Button>
    ),
  },
];

/** How long what is about people is kept, for whoever answers for privacy. */
export function RetentionTimes() {
  const asked = useAsk(RetentionTimesQuery, {});
  const [open, setOpen] = useState<Retention | null>(null);
  return (
    <section className="stack" aria-labelledby="retention">
      <h2 id="retention">How long what is about people is kept</h2>
      <p className="muted">
        Every night what is older goes, and the audit says how much. The ledger, decisions and the audit itself stay.
      </p>
      <Faces
        of={asked}
        what="the retention times"
        skeleton={<Lines count={5} />}
        isEmpty={({ retentionTimes }) => retentionTimes.length === 0}
        empty="No time is set: nothing is removed by itself."
      >
        {({ retentionTimes }) => (
          <Table label="Retention times" columns={columns(setOpen)} rows={retentionTimes} keyOf={(row) => row.what} />
        )}
      </Faces>
      {open && <RetentionDialog retention={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
