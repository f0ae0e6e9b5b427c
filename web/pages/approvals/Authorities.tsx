import { Button } from '@mantine/core';
import { useState } from 'react';
import { day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { useMay } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { type Column, Table } from '../../ui/Table.js';
import { approvalText } from '../../ui/words.js';
import { AuthorityDialog } from './AuthorityDialog.js';
import { AuthoritiesQuery } from './authority.graphql.js';
import { type Authority, alone, approves } from './authority-text.js';

const columns: Column<Authority>[] = [
  { key: 'act', title: 'Act', phone: 'title', cell: (row) => approvalText[row.action] },
  { key: 'role', title: 'Role', phone: 'figure', cell: (row) => roleText[row.role].title },
  {
    key: 'alone',
    title: 'Alone',
    number: true,
    phone: 'detail',
    cell: (row) => (
      <>
        <span className="on-phone">alone </span>
        {alone(row)}
        <span className="on-phone">, for others {approves(row)}</span>
      </>
    ),
  },
  { key: 'approves', title: 'Approves for others', number: true, cell: approves },
  { key: 'since', title: 'Since', cell: (row) => <span className="nowrap">{day(row.validFrom)}</span> },
  { key: 'source', title: 'Set by', cell: (row) => row.source.replace(/ <.*>$/, '') },
];

const change = (open: (row: Authority) => void): Column<Authority> => ({
  key: 'change',
  title: 'Do',
  phone: 'second',
  cell: (row) => (
    <Button
      variant="default"
      size="compact-xs"
      h={26}
      aria-label={`Change: ${approvalText[row.action]}, ${roleText[row.role].title}`}
      onClick={() => open(row)}
    >
      Change
    </Button>
  ),
});

/** How far each role may go, from which day on, and who said so. */
export function Authorities() {
  const asked = useAsk(AuthoritiesQuery, {});
  const maySet = useMay()('authority.set');
  const [open, setOpen] = useState<Authority | 'new' | null>(null);
  return (
    <section className="stack" aria-labelledby="authority">
      <div className="head">
        <h2 id="authority">Who may do how much</h2>
        {maySet && (
          <Button variant="default" onClick={() => setOpen('new')}>
            Set for a role
          </Button>
        )}
      </div>
      <p className="muted">
        In the reporting currency, as it holds today. A role that is not named may neither alone nor for others.
      </p>
      <Faces
        of={asked}
        what="who may do how much"
        skeleton={<Lines count={4} />}
        isEmpty={({ authorities }) => authorities.length === 0}
        empty="Nobody may do any of it yet. An administrator sets how far each role may go."
      >
        {({ authorities }) => (
          <Table
            label="Who may do how much"
            columns={maySet ? [...columns, change(setOpen)] : columns}
            rows={authorities}
            keyOf={(row) => `${row.action} ${row.role}`}
          />
        )}
      </Faces>
      {open && <AuthorityDialog before={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </section>
  );
}
