import { Button } from '@mantine/core';
import { usePaging, useSort } from '../../address.js';
import { instant } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import type { Column } from '../../ui/Table.js';
import { EndSession, SessionsQuery } from './account.graphql.js';

type Session = ResultOf<typeof SessionsQuery>['mySessions']['nodes'][number];
const size = 10;

const columns = (end: (session: Session) => void): Column<Session>[] => [
  { key: 'origin', title: 'From', phone: 'title', cell: (row) => row.origin },
  {
    key: 'seen',
    title: 'Last used',
    sort: 'SEEN_AT',
    phone: 'detail',
    cell: (row) => <span className="nowrap">{instant(row.seenAt)}</span>,
  },
  {
    key: 'began',
    title: 'Since',
    sort: 'BEGAN_AT',
    cell: (row) => <span className="nowrap">{instant(row.beganAt)}</span>,
  },
  {
    key: 'end',
    title: 'Do',
    phone: 'second',
    cell: (row) =>
      row.isThisOne ? (
        'this browser'
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Sign out there: ${row.origin}, since ${instant(row.beganAt)}`}
          onClick={() => end(row)}
        >
          Sign out there
        </Button>
      ),
  },
];

export function MySessions() {
  const paging = usePaging();
  const sort = useSort(['SEEN_AT', 'BEGAN_AT'], 'SEEN_AT', 'DESC');
  const say = useSay();
  const asked = useAsk(SessionsQuery, { first: size, after: paging.after, sort: sort.by, direction: sort.direction });
  const end = useAct(EndSession, () => say('Signed out there. To undo it, sign in there again.'));
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p className="muted">One you do not know? Sign out there, and change your password.</p>
      <Refused error={end.error} />
      <PagedTable
        of={asked}
        page={({ mySessions }) => mySessions}
        what="where you are signed in"
        lines={2}
        lineHeight={44}
        empty={<p>Nowhere.</p>}
        label="Where you are signed in"
        columns={columns((session) => end.mutate({ id: session.id }))}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="session"
        many="sessions"
      />
    </section>
  );
}
