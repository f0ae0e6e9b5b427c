import { usePaging } from '../../address.js';
import { count, counted, day } from '../../format.js';
import { type ResultOf, useAsk } from '../../graphql.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Go } from '../../ui/Go.js';
import { Pager } from '../../ui/Pager.js';
import { type Column, Table } from '../../ui/Table.js';
import { CampaignDifferenceQuery } from './reminders.graphql.js';

type Row = ResultOf<typeof CampaignDifferenceQuery>['campaignDifference']['changes']['nodes'][number];

const size = 15;

const columns: Column<Row>[] = [
  { key: 'on', title: 'On', phone: 'figure', cell: (row) => <span className="nowrap">{day(row.on)}</span> },
  { key: 'change', title: 'Change', cell: (row) => (row.isAdded ? 'Is said anew' : 'Is no longer said') },
  {
    key: 'customer',
    title: 'Customer',
    phone: 'title',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  { key: 'what', title: 'Step', phone: 'detail', wide: true, cell: (row) => `${row.step}, ${row.invoice.number}` },
];

/** Each word that the draft adds or takes away in the fourteen days to come. */
export function DraftDifference({ id }: { id: string }) {
  const paging = usePaging('changes');
  const asked = useAsk(CampaignDifferenceQuery, { id, first: size, after: paging.after });
  return (
    <Faces of={asked} what="what the draft changes" skeleton={<Lines count={6} />}>
      {({ campaignDifference: of }) => (
        <div className="stack">
          <p>
            {day(of.from)} to {day(of.until)}, were the ledger to stay as it is:{' '}
            {counted(of.messagesThen, 'message', 'messages')} instead of {count(of.messagesNow)} and{' '}
            {counted(of.callsThen, 'call', 'calls')} instead of {count(of.callsNow)}.
          </p>
          {of.changes.totalCount === 0 ? (
            <p>It changes nothing in these days.</p>
          ) : (
            <div>
              <Table
                label="What the draft changes"
                columns={columns}
                rows={of.changes.nodes}
                keyOf={(row) => `${row.on} ${row.invoice.id} ${row.step} ${row.isAdded}`}
                isBusy={asked.isPlaceholderData}
              />
              <Pager
                paging={paging}
                pageInfo={of.changes.pageInfo}
                size={size}
                shown={of.changes.nodes.length}
                total={of.changes.totalCount}
                one="change"
                many="changes"
              />
            </div>
          )}
        </div>
      )}
    </Faces>
  );
}
