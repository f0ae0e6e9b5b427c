import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePaging, useSort } from '../../address.js';
import { useLinkTo } from '../../as-of.js';
import { day, missing, money } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { GradeMark } from '../../ui/GradeMark.js';
import { PagedTable } from '../../ui/PagedTable.js';
import type { Column } from '../../ui/Table.js';
import { groundText, outcomeText } from '../../ui/words.js';
import { OverrideDialog } from './OverrideDialog.js';
import { DecisionsQuery } from './vet.graphql.js';

type Row = ResultOf<typeof DecisionsQuery>['decisions']['nodes'][number];

const size = 10;
/** What is declined has no deposit and no terms. */
const isDeclined = ({ outcome }: Row) => outcome === 'DECLINE';
const columnsOf = (override: (row: Row) => void): Column<Row>[] => [
  { key: 'name', title: 'Company', phone: 'title', cell: (row) => row.customer.name },
  {
    key: 'outcome',
    title: 'Decided',
    phone: 'detail',
    cell: (row) => <Decided row={row} onOverride={() => override(row)} />,
  },
  { key: 'grade', title: 'Grade', cell: (row) => <GradeMark grade={row.recommendation.grade} /> },
  { key: 'points', title: 'Points', sort: 'POINTS', number: true, cell: (row) => row.recommendation.points },
  { key: 'limit', title: 'Limit', number: true, phone: 'figure', cell: (row) => money(row.recommendation.limit) },
  {
    key: 'deposit',
    title: 'Deposit',
    number: true,
    cell: (row) => (isDeclined(row) ? missing : money(row.recommendation.deposit)),
  },
  {
    key: 'terms',
    title: 'Terms',
    phone: 'second',
    cell: (row) => (isDeclined(row) ? missing : row.recommendation.paymentTerms),
  },
  {
    key: 'on',
    title: 'On',
    sort: 'DECIDED_ON',
    cell: (row) => <span className="nowrap">{day(row.decidedOn)}</span>,
  },
  { key: 'by', title: 'By', cell: (row) => row.decidedBy },
];

/** What holds, and beside it what was recommended where people decided otherwise. */
function Decided({ row, onOverride }: { row: Row; onOverride: () => void }) {
  const { override, outcome, customer } = row;
  if (override)
    return (
      <span title={`${groundText[override.ground]}: “${override.reason}”`}>
        {outcomeText[outcome]}
        <span className="muted">, against “{outcomeText[row.recommendation.outcome].toLowerCase()}”</span>
      </span>
    );
  return (
    <span className="row">
      {outcomeText[outcome]}
      {outcome === 'DECLINE' && (
        <Allowed to="decisions.override">
          <Button
            variant="default"
            size="compact-xs"
            h={26}
            aria-label={`Override the decline of ${customer.name}`}
            onClick={onOverride}
          >
            Override
          </Button>
        </Allowed>
      )}
    </span>
  );
}

export function Decisions() {
  const [overridden, setOverridden] = useState<Row | null>(null);
  const linkTo = useLinkTo();
  const paging = usePaging();
  const sort = useSort(['DECIDED_ON', 'POINTS'], 'DECIDED_ON', 'DESC');
  const asked = useAsk(DecisionsQuery, {
    first: size,
    after: paging.after,
    filter: null,
    sort: sort.by,
    direction: sort.direction,
  });
  return (
    <section className="stack" aria-labelledby="decisions">
      <h2 id="decisions">Decisions kept</h2>
      <PagedTable
        of={asked}
        page={({ decisions }) => decisions}
        what="the decisions"
        lines={3}
        empty="None yet. Ask for a recommendation above and keep it."
        label="Decisions kept"
        columns={columnsOf(setOverridden)}
        keyOf={(row) => row.id}
        to={(row) => linkTo(`/customers/${row.customer.id}`)}
        sort={sort}
        paging={paging}
        size={size}
        one="decision"
        many="decisions"
      />
      {overridden && <OverrideDialog decision={overridden} onClose={() => setOverridden(null)} />}
    </section>
  );
}
