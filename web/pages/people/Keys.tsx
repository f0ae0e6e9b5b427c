import { Button } from '@mantine/core';
import { useState } from 'react';
import { usePaging, useSort } from '../../address.js';
import { instant } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Notice } from '../../ui/Notice.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import type { Column } from '../../ui/Table.js';
import { MakeKeyDialog } from './MakeKeyDialog.js';
import { KeysQuery, RevokeKey } from './people.graphql.js';
import classes from './people.module.css';

type Key = ResultOf<typeof KeysQuery>['apiKeys']['nodes'][number];
const size = 12;

const columns = (revoke: (key: Key) => void): Column<Key>[] => [
  {
    key: 'name',
    title: 'Program',
    sort: 'NAME',
    phone: 'title',
    cell: (row) => (
      <>
        {row.name} <code className="muted">gs_{row.prefix}…</code>
      </>
    ),
  },
  { key: 'may', title: 'May', phone: 'detail', wide: true, cell: (row) => row.permissions.join(', ') },
  {
    key: 'used',
    title: 'Last used',
    sort: 'LAST_USED_AT',
    cell: (row) => <span className="nowrap">{row.lastUsedAt ? instant(row.lastUsedAt) : 'never'}</span>,
  },
  {
    key: 'ends',
    title: 'Ends',
    sort: 'EXPIRES_AT',
    cell: (row) => <span className="nowrap">{row.revokedAt ? 'revoked' : instant(row.expiresAt)}</span>,
  },
  {
    key: 'acts',
    title: 'Do',
    phone: 'second',
    cell: (row) =>
      row.isUsable && (
        <Button
          variant="default"
          size="compact-xs"
          h={26}
          aria-label={`Revoke the key of ${row.name}`}
          onClick={() => revoke(row)}
        >
          Revoke
        </Button>
      ),
  },
];

export function Keys() {
  const paging = usePaging('keys');
  const sort = useSort(['NAME', 'LAST_USED_AT', 'EXPIRES_AT', 'MADE_AT'], 'NAME', 'ASC');
  const say = useSay();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const asked = useAsk(KeysQuery, { first: size, after: paging.after, sort: sort.by, direction: sort.direction });
  const revoke = useAct(RevokeKey, () =>
    say('Revoked: whoever uses it is refused from now on. Make a new one to undo.'),
  );
  return (
    <section className="stack" aria-labelledby="keys">
      <div className="head">
        <h2 id="keys">Keys of other programs</h2>
        <Button onClick={() => setMaking(true)}>Make a key</Button>
      </div>
      {made && (
        <Notice tone="warn">
          <span className={classes.choices}>
            Put this key into the other program now; it is not shown again. <code>{made}</code>
          </span>
        </Notice>
      )}
      <Refused error={revoke.error} />
      <PagedTable
        of={asked}
        page={({ apiKeys }) => apiKeys}
        what="the keys"
        lines={3}
        lineHeight={44}
        empty={<p>No key yet. The ERP needs one to ask “may we supply?”, the CRM to vet, a robot to send reminders.</p>}
        label="Keys"
        columns={columns((key) => revoke.mutate({ id: key.id }))}
        keyOf={(row) => row.id}
        sort={sort}
        paging={paging}
        size={size}
        one="key"
        many="keys"
      />
      {isMaking && (
        <MakeKeyDialog
          permissions={asked.data?.keyPermissions ?? []}
          onMade={setMade}
          onClose={() => setMaking(false)}
        />
      )}
    </section>
  );
}
