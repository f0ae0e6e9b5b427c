import { Button } from '@mantine/core';
import { useState } from 'react';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import { bandText, measuresText, surenessText } from './definition-text.js';
import { type Scale, ScalesQuery } from './definitions.graphql.js';
import { ScaleDialog } from './ScaleDialog.js';

const columns = (change: (row: Scale) => void): Column<Scale>[] => [
  { key: 'title', title: 'Scale', phone: 'title', cell: (row) => row.title },
  { key: 'measures', title: 'Chance of', phone: 'second', cell: (row) => measuresText[row.measures] },
  { key: 'bands', title: 'Bands and their chance in a year', wide: true, phone: 'detail', cell: bandText },
  { key: 'sure', title: 'How sure', cell: (row) => surenessText[row.sureness] },
  { key: 'source', title: 'Where from', wide: true, cell: (row) => row.source },
  { key: 'since', title: 'Since', cell: (row) => <span className="nowrap">{day(row.validOn)}</span> },
  {
    key: 'change',
    title: 'Do',
    phone: 'figure',
    cell: (row) => (
      <Allowed to="scores.define">
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Change what ${row.title} means`}
          onClick={() => change(row)}
        >
          Change
        </Button>
      </Allowed>
    ),
  },
];

/** What the scores of bureaus mean today, each with its source. */
export function Bureaus() {
  const asked = useAsk(ScalesQuery, {});
  const [open, setOpen] = useState<Scale | null>(null);
  return (
    <section className="stack" aria-labelledby="scales">
      <h2 id="scales">What the scores of bureaus mean</h2>
      <p className="muted">
        A report is read by the table of its day. Where nothing is published, replace our assumption by what your
        licence says.
      </p>
      <Faces
        of={asked}
        what="the scales"
        skeleton={<Lines count={5} />}
        isEmpty={({ bureauScales }) => bureauScales.length === 0}
        empty="No scale is known: scores of bureaus are told and no chance."
      >
        {({ bureauScales }) => (
          <Table label="Scales of bureaus" columns={columns(setOpen)} rows={bureauScales} keyOf={(row) => row.key} />
        )}
      </Faces>
      {open && <ScaleDialog scale={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
