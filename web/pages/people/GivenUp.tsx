import { Button } from '@mantine/core';
import { usePaging, useSort } from '../../address.js';
import { instant } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Go } from '../../ui/Go.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import type { Column } from '../../ui/Table.js';
import { eventText } from './AddWebhookDialog.js';
import { GivenUpQuery, SendAgain } from './webhooks.graphql.js';

type Event = ResultOf<typeof GivenUpQuery>['webhookEvents']['nodes'][number];
const size = 10;

const columns = (again: (event: Event) => void): Column<Event>[] => [
  {
    key: 'what',
    title: 'What happened',
    phone: 'title',
    sort: 'HAPPENED_AT',
    cell: (row) => `${eventText[row.type]}, ${instant(row.happenedAt)}`,
  },
  {
    key: 'customer',
    title: 'Customer',
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  {
    key: 'why',
    title: 'Why it was given up',
    phone: 'detail',
    wide: true,
    sort: 'ATTEMPTS',
    cell: (row) => `${row.endpointName}, tried ${row.attempts} times: ${row.error ?? ''}`,
  },
  {
    key: 'acts',
    title: 'Do',
    phone: 'second',
    cell: (row) => (
      <Button
        variant="default"
        size="compact-xs"
        h={26}
        aria-label={`Tell ${row.endpointName} of ${row.customer.name} again`}
        onClick={() => again(row)}
      >
        Send again
      </Button>
    ),
  },
];

/** Events that no program took in half a day; whoever mended it sends them again, each with the key it had. */
export function GivenUp() {
  const paging = usePaging('given-up');
  const sort = useSort(['HAPPENED_AT', 'ATTEMPTS'], 'HAPPENED_AT', 'DESC');
  const say = useSay();
  const asked = useAsk(GivenUpQuery, { first: size, after: paging.after, sort: sort.by, direction: sort.direction });
  const again = useAct(SendAgain, () => say('It is sent again. The other program knows it by its key.'));
  return (
    <>
      <h3>Given up</h3>
      <Refused error={again.error} />
      <PagedTable
        of={asked}
        page={({ webhookEvents }) => webhookEvents}
        what="what was given up"
        lines={2}
        lineHeight={44}
        empty={<p>Nothing was given up: each event was taken, or is tried again.</p>}
        label="Events that were given up"
        columns={columns((row) => again.mutate({ input: { customerId: row.customer.id, eventId: row.id } }))}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="event"
        many="events"
      />
    </>
  );
}
