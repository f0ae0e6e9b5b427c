import { lazy, Suspense, useState } from 'react';
import { usePaging, useSort } from '../../address.js';
import { useAsOf, useBook, useLinkTo } from '../../as-of.js';
import { counted, day } from '../../format.js';
import { useAsk } from '../../graphql.js';
import { useMay } from '../../session/me.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { NotScored } from '../../ui/NotScored.js';
import { PagedTable } from '../../ui/PagedTable.js';
import { CustomerFilters, useCustomerFilter } from './CustomerFilters.js';
import { customerColumns } from './customer-columns.js';
import { CustomersQuery } from './customers.graphql.js';
import { WithSelected } from './WithSelected.js';

/** Its form is loaded only for a list that lacks a rate. */
const WithoutRate = lazy(() => import('../../ui/WithoutRate.js'));

const size = 25;
const sorts = ['NAME', 'NUMBER', 'BALANCE', 'OVERDUE', 'OLDEST_DAYS_PAST_DUE', 'POINTS'] as const;
const none: ReadonlySet<string> = new Set();

export default function CustomersPage() {
  const { asOf } = useAsOf();
  const book = useBook();
  const linkTo = useLinkTo();
  const paging = usePaging();
  const sort = useSort(sorts, 'OVERDUE', 'DESC');
  const [selected, setSelected] = useState(none);
  const may = useMay();
  const variables = { first: size, after: paging.after, sort: sort.by, direction: sort.direction, asOf };
  const asked = useAsk(CustomersQuery, { ...variables, ...useCustomerFilter() });
  const without = asked.data?.customers.withoutRate ?? [];
  return (
    <div className="page">
      <h1>Customers as of {day(asOf)}</h1>
      <NotScored />
      <div className="stack">
        <CustomerFilters />
        {without.length > 0 && (
          <Suspense>
            <WithoutRate
              left={without.map((row) => ({
                currency: row.currency,
                sentence: withoutRateSentence(row),
              }))}
              asOf={asOf}
            />
          </Suspense>
        )}
        <PagedTable
          of={asked}
          page={({ customers }) => customers}
          what="the customers"
          lines={14}
          empty={
            book.customerCount === 0 ? <EmptyBook what="customers" /> : 'No customer is like that. Take a filter away.'
          }
          name="customers"
          label="Customers"
          columns={customerColumns(book.reportingCurrency)}
          keyOf={(row) => row.customer.id}
          nameOf={(row) => row.customer.name}
          to={(row) => linkTo(`/customers/${row.customer.id}`)}
          sort={sort}
          selected={selected}
          onSelect={may('reminders.leave-out') ? setSelected : undefined}
          tools={<WithSelected ids={[...selected]} onDone={() => setSelected(none)} />}
          paging={paging}
          size={size}
          one="customer"
          many="customers"
        />
      </div>
    </div>
  );
}

function withoutRateSentence({ currency, customers }: { currency: string; customers: number }): string {
  const who = counted(customers, 'customer here owes', 'customers here owe');
  return `${who} something in ${currency}, which has no exchange rate on or before this day. It is in no amount of this list, and who owes nothing else stands last. Set a rate to see it.`;
}
