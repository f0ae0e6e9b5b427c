import { count, day } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import type { Column } from '../../ui/Table.js';
import type { ExchangeRatesQuery } from './settings.graphql.js';

type Row = ResultOf<typeof ExchangeRatesQuery>['exchangeRates']['nodes'][number];

/** As many digits as a rate keeps. */
const digits = 10;

export const rateColumns: Column<Row>[] = [
  { key: 'currency', title: 'Currency', sort: 'CURRENCY', phone: 'title', cell: (row) => `1 ${row.currency}` },
  {
    key: 'rate',
    title: 'Is worth',
    number: true,
    phone: 'figure',
    cell: (row) => `${count(row.rate, digits)} ${row.toCurrency}`,
  },
  { key: 'from', title: 'From', sort: 'VALID_ON', number: true, phone: 'second', cell: (row) => day(row.validOn) },
  { key: 'source', title: 'Source', phone: 'detail', wide: true, cell: (row) => row.source },
];
