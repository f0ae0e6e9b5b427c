import { usePaging, useSort } from '../../address.js';
import { useLinkTo } from '../../as-of.js';
import { counted, day, money, share } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { PagedTable } from '../../ui/PagedTable.js';
import type { Column } from '../../ui/Table.js';
import { outcomeText } from '../../ui/words.js';
import { beforeAndAfter } from './before-and-after.js';
import { PolicyOfferChangesQuery } from './policy.graphql.js';

type Row = ResultOf<typeof PolicyOfferChangesQuery>['policyOfferChanges']['nodes'][number];

const size = 10;
const columns: Column<Row>[] = [
  { key: 'name', title: 'Customer', sort: 'NAME', phone: 'title', cell: (row) => row.customer.name },
  {
    key: 'outcome',
    title: 'Outcome',
    phone: 'second',
    cell: (row) => both(row, ({ outcome }) => outcomeText[outcome]),
  },
  {
    key: 'limit',
    title: 'Limit',
    number: true,
    phone: 'detail',
    cell: (row) => bothAmounts(row, ({ limit }) => limit),
  },
  {
    key: 'deposit',
    title: 'Deposit',
    sort: 'DEPOSIT',
    number: true,
    phone: 'figure',
    cell: (row) => bothAmounts(row, ({ deposit }) => deposit),
  },
  { key: 'terms', title: 'Terms', cell: termsOf },
  {
    key: 'profit',
    title: 'Expected profit',
    number: true,
    phone: 'detail',
    cell: (row) => (
      <>
        {bothAmounts(row, ({ expectedProfit }) => expectedProfit)}
        <div className="small muted">taken by {both(row, ({ acceptance }) => share(acceptance))}</div>
      </>
    ),
  },
  {
    key: 'on',
    title: 'Decided on',
    sort: 'DECIDED_ON',
    cell: (row) => <span className="nowrap">{day(row.decidedOn)}</span>,
  },
];
type Offer = Row['before'];
const both = ({ before, after }: Row, of: (offer: Offer) => string) => beforeAndAfter(of(before), of(after));

/** The currency, which both have, once. */
function bothAmounts({ before, after }: Row, of: (offer: Offer) => Offer['limit']): string {
  const [was, is] = [money(of(before)), money(of(after))];
  return was === is ? is : beforeAndAfter(was, is.replace(/^[A-Z]{3}\s/, ''));
}

function termsOf(row: Row): string {
  const terms = `${both(row, ({ termsDays }) => String(termsDays))} days`;
  if (row.before.billingPeriodDays === row.after.billingPeriodDays) return terms;
  return `${terms}, invoiced every ${both(row, ({ billingPeriodDays }) => String(billingPeriodDays))}`;
}

/** Recent decisions weighed again by the draft: what would have been offered instead. */
export function OfferChanges() {
  const linkTo = useLinkTo();
  const paging = usePaging('offer-');
  const sort = useSort(['DECIDED_ON', 'NAME', 'DEPOSIT'], 'DECIDED_ON', 'DESC', 'offer-');
  const asked = useAsk(PolicyOfferChangesQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
  });
  const weighed = asked.data?.policyOfferChanges.decisions;
  return (
    <>
      <h3>Offers it would change</h3>
      {weighed !== undefined && (
        <p className="muted">
          Weighed again, each from what it saw: {counted(weighed, 'decision', 'decisions')} of the last year, the newest
          200 at most. What was decided stays. The profit is as each policy assumes, with the chance that the offer is
          taken.
        </p>
      )}
      <PagedTable
        of={asked}
        page={({ policyOfferChanges }) => policyOfferChanges}
        what="the offers it would change"
        lines={4}
        empty="No offer of a recent decision would be another."
        label="Offers that the draft would change"
        columns={columns}
        keyOf={(row) => row.decisionId}
        to={(row) => linkTo(`/customers/${row.customer.id}`)}
        sort={sort}
        paging={paging}
        size={size}
        one="decision"
        many="decisions"
      />
    </>
  );
}
