import { Button } from '@mantine/core';
import { useState } from 'react';
import { day, instant } from '../../format.js';
import { Allowed } from '../../session/Allowed.js';
import { type Column, Table } from '../../ui/Table.js';
import type { ModelRow } from './model.graphql.js';
import classes from './model.module.css';
import { capital, nameOf } from './model-summary.js';
import { type Act, PromotionDialog } from './PromotionDialog.js';

const stateText = { CHAMPION: 'In force', CHALLENGER: 'Challenger', RETIRED: 'Retired' } as const;
const requestText = { WAITING: 'waits', APPROVED: 'approved', REFUSED: 'refused', WITHDRAWN: 'taken back' } as const;
const person = (name: string) => name.replace(/ <.*>$/, '');

/** The newest models: which is in force, which stands beside it, what speaks against it, and what was asked. */
export function Versions({ rows, title = 'Versions' }: { rows: readonly ModelRow[]; title?: string }) {
  const [open, setOpen] = useState<{ act: Act; row: ModelRow } | null>(null);
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <Table
        label={title}
        columns={columnsOf((act, row) => setOpen({ act, row }))}
        rows={rows}
        keyOf={(row) => row.id}
      />
      {open && <PromotionDialog {...open} onClose={() => setOpen(null)} />}
    </section>
  );
}

const columnsOf = (open: (act: Act, row: ModelRow) => void): Column<ModelRow>[] => [
  { key: 'version', title: 'Version', phone: 'title', cell: (row) => capital(nameOf(row)) },
  { key: 'state', title: 'State', phone: 'figure', cell: (row) => stateText[row.state] },
  { key: 'trained', title: 'Trained as of', cell: (row) => <span className="nowrap">{day(row.trainedOn)}</span> },
  { key: 'by', title: 'By', cell: (row) => person(row.trainedBy) },
  {
    key: 'force',
    title: 'In force since',
    cell: (row) => row.inForceSince && <span title={`By ${row.putInForceBy}`}>{instant(row.inForceSince)}</span>,
  },
  {
    key: 'against',
    title: 'What speaks against it',
    phone: 'detail',
    wide: true,
    cell: (row) => <Against row={row} />,
  },
  { key: 'act', title: 'Do', phone: 'second', cell: (row) => <Acts row={row} open={open} /> },
];

function Against({ row: { problem, objections, promotion } }: { row: ModelRow }) {
  const lines = problem ? [problem] : objections;
  return (
    <>
      {lines.length === 0 && <span className="muted">Nothing that was measured.</span>}
      {lines.map((line) => (
        <span key={line} className={classes.line}>
          {line}
        </span>
      ))}
      {promotion && (
        <span className={classes.line}>
          {person(promotion.askedBy)} asked to put it in force: “{promotion.reason}” – {requestText[promotion.state]}
          {promotion.decidedBy && promotion.state !== 'WITHDRAWN' && ` by ${person(promotion.decidedBy)}`}
          {promotion.note && `: “${promotion.note}”`}
        </span>
      )}
    </>
  );
}

function Acts({ row, open }: { row: ModelRow; open: (act: Act, row: ModelRow) => void }) {
  if (row.state !== 'CHALLENGER' || row.problem) return null;
  const button = (act: Act, text: string) => (
    <Button
      variant="default"
      size="compact-xs"
      h={26}
      aria-label={`${text}: ${nameOf(row)}`}
      onClick={() => open(act, row)}
    >
      {text}
    </Button>
  );
  const waits = row.promotion?.state === 'WAITING' ? row.promotion : null;
  if (!waits && row.objections.length > 0) return <span className="muted">cannot be put in force</span>;
  return (
    <Allowed to="models.promote">
      <span className={classes.acts}>
        {!waits && button('ask', 'Ask to put in force')}
        {waits?.isMine && button('withdraw', 'Take back')}
        {waits && !waits.isMine && (
          <>
            {button('approve', 'Approve')}
            {button('refuse', 'Refuse')}
          </>
        )}
      </span>
    </Allowed>
  );
}
