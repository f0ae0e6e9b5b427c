import { Button } from '@mantine/core';
import { usePaging, useSort } from '../../address.js';
import { useLinkTo } from '../../as-of.js';
import { counted, money, share } from '../../format.js';
import { type ResultOf, useAct, useAsk } from '../../graphql.js';
import { Notice } from '../../ui/Notice.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { Refused } from '../../ui/Refused.js';
import { useSay } from '../../ui/Say.js';
import type { Column } from '../../ui/Table.js';
import { beforeAndAfter } from './before-and-after.js';
import { OfferChanges } from './OfferChanges.js';
import { ActivatePolicy, DiscardPolicyDraft, type Draft, PolicyChangesQuery, type Setting } from './policy.graphql.js';
import { changesOf } from './SettingDialog.js';
import { settingText } from './setting-text.js';

type Row = ResultOf<typeof PolicyChangesQuery>['policyChanges']['nodes'][number];

const size = 10;
const columns: Column<Row>[] = [
  { key: 'name', title: 'Customer', sort: 'NAME', phone: 'title', cell: (row) => row.customer.name },
  { key: 'limit', title: 'Limit now', number: true, cell: (row) => money(row.before.limit) },
  {
    key: 'then',
    title: 'Limit then',
    sort: 'LIMIT',
    number: true,
    phone: 'figure',
    cell: (row) => money(row.after.limit),
  },
  {
    key: 'terms',
    title: 'Longest terms',
    phone: 'second',
    cell: ({ before, after }) => beforeAndAfter(`${before.termsDays} days`, `${after.termsDays} days`),
  },
  {
    key: 'deposit',
    title: 'Least deposit',
    phone: 'detail',
    cell: ({ before, after }) => beforeAndAfter(share(before.depositShare), share(after.depositShare)),
  },
];

export function PolicyDraft({ draft, inForce }: { draft: Draft; inForce: readonly Setting[] }) {
  const say = useSay();
  const linkTo = useLinkTo();
  const paging = usePaging();
  const sort = useSort(['NAME', 'LIMIT'], 'LIMIT', 'DESC');
  const asked = useAsk(PolicyChangesQuery, {
    first: size,
    after: paging.after,
    sort: sort.by,
    direction: sort.direction,
  });
  const activate = useAct(ActivatePolicy, ({ activatePolicy: { approval } }) =>
    say(approval ? 'Asked. It counts once another person approves it.' : 'The policy is in force.'),
  );
  const discard = useAct(DiscardPolicyDraft, () => say('The draft is gone. The policy in force stays as it is.'));
  const looked = asked.data?.policyChanges.customers;
  return (
    <section className="stack" aria-labelledby="draft">
      <h2 id="draft">Draft</h2>
      <Notice>
        <div>
          <p>
            By {draft.madeBy}. “{draft.reason}”
          </p>
          <ul>
            {changesOf(draft, inForce).map(({ key, title, value, source }) => (
              <li key={key}>
                {title}: {settingText(inForce.find((setting) => setting.key === key)?.value)} →{' '}
                <b>{settingText(value)}</b> <span className="muted">({source})</span>
              </li>
            ))}
          </ul>
        </div>
      </Notice>
      <h3>Whom it would change</h3>
      {looked !== undefined && (
        <p className="muted">Looked at {counted(looked, 'customer', 'customers')} with a score and sales in a year.</p>
      )}
      <PagedTable
        of={asked}
        page={({ policyChanges }) => policyChanges}
        what="whom it would change"
        lines={4}
        empty="Nobody of those we supply. New customers are recommended by it all the same."
        label="Whom the draft would change"
        columns={columns}
        keyOf={(row) => row.customer.id}
        to={(row) => linkTo(`/customers/${row.customer.id}`)}
        sort={sort}
        paging={paging}
        size={size}
        one="customer"
        many="customers"
      />
      <OfferChanges />
      <Refused error={activate.error ?? discard.error} />
      <div className="row">
        <Button loading={activate.isPending} onClick={() => activate.mutate({})}>
          Ask to put it in force
        </Button>
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate({})}>
          Discard the draft
        </Button>
      </div>
    </section>
  );
}
