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
import { groundText, offerText, outcomeText } from '../../ui/words.js';
import { AcceptanceByDeposit } from './AcceptanceByDeposit.js';
import { OfferDialog } from './OfferDialog.js';
import { OverrideDialog } from './OverrideDialog.js';
import { DecisionsQuery } from './vet.graphql.js';

type Row = ResultOf<typeof DecisionsQuery>['decisions']['nodes'][number];

const size = 10;
/** What is declined has no limit, deposit or terms; what is referred would have those that are recommended. */
const offerOf = ({ outcome, offer, recommendation }: Row) => offer ?? (outcome === 'DECLINE' ? null : recommendation);
const columnsOf = (override: (row: Row) => void, tell: (row: Row) => void): Column<Row>[] => [
  { key: 'name', title: 'Company', phone: 'title', cell: (row) => row.customer.name },
  {
    key: 'outcome',
    title: 'Decided',
    phone: 'detail',
    cell: (row) => (
      <span className="row">
        <Decided row={row} onOverride={() => override(row)} />
        <Offer row={row} onTell={() => tell(row)} />
      </span>
    ),
  },
  { key: 'grade', title: 'Grade', cell: (row) => <GradeMark grade={row.recommendation.grade} /> },
  { key: 'points', title: 'Points', sort: 'POINTS', number: true, cell: (row) => row.recommendation.points },
  {
    key: 'limit',
    title: 'Limit',
    number: true,
    phone: 'figure',
    cell: (row) => money(offerOf(row)?.limit),
  },
  {
    key: 'deposit',
    title: 'Deposit',
    number: true,
    cell: (row) => money(offerOf(row)?.deposit),
  },
  {
    key: 'terms',
    title: 'Terms',
    phone: 'second',
    cell: (row) => offerOf(row)?.paymentTerms ?? missing,
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
      {(outcome === 'DECLINE' || outcome === 'REFER') && (
        <Allowed to="decisions.override">
          <Button
            variant="default"
            size="compact-xs"
            h={26}
            aria-label={`${outcome === 'DECLINE' ? 'Override the decline' : 'Decide about the referral'} of ${customer.name}`}
            onClick={onOverride}
          >
            {outcome === 'DECLINE' ? 'Override' : 'Decide'}
          </Button>
        </Allowed>
      )}
    </span>
  );
}

/** What became of it, and the letter about it. */
function Offer({ row: { id, customer, offerOutcome, outcome }, onTell }: { row: Row; onTell: () => void }) {
  const isOffered = outcome === 'APPROVE' || outcome === 'APPROVE_WITH_CONDITIONS';
  return (
    <span className="row">
      {offerOutcome && <span title={offerOutcome.note ?? undefined}>{offerText[offerOutcome.result]}</span>}
      {!offerOutcome && isOffered && (
        <Allowed to="decisions.vet">
          <Button
            variant="default"
            size="compact-xs"
            h={26}
            aria-label={`What became of it: the offer to ${customer.name}`}
            onClick={onTell}
          >
            What became of it
          </Button>
        </Allowed>
      )}
      <a href={`/decisions/${customer.id}/${id}/letter.pdf`} aria-label={`Letter to ${customer.name} as PDF`}>
        Letter
      </a>
    </span>
  );
}

export function Decisions() {
  const [told, setTold] = useState<Row | null>(null);
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
        columns={columnsOf(setOverridden, setTold)}
        keyOf={(row) => row.id}
        to={(row) => linkTo(`/customers/${row.customer.id}`)}
        sort={sort}
        paging={paging}
        size={size}
        one="decision"
        many="decisions"
      />
      {told && <OfferDialog decision={told} onClose={() => setTold(null)} />}
      <AcceptanceByDeposit />
      {overridden && <OverrideDialog decision={overridden} onClose={() => setOverridden(null)} />}
    </section>
  );
}
