import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { type Aging, AgingBasis } from './aging.view.js';
import { openItems, unappliedCredits } from './open-items.js';

const NAMES = ['current', 'days1To30', 'days31To60', 'days61To90', 'over90'] as const;

/** SQL of the place of an ageing bucket, 0 to 4, counted from the due day or the day of issue to the day in $1. */
export const bucketPlace = (by: AgingBasis): string =>
  `width_bucket($1::date - ${by === AgingBasis.DUE ? 'due_on' : 'issued_on'}, array[1, 31, 61, 91])`;

/** Buckets from rows of one group: one sum a bucket, so that the database adds each amount once. */
export function bucketsOf(rows: readonly { bucket: number; open: number }[]): Omit<Aging, 'currency' | 'unapplied'> {
  const aging = { ...nothing };
  for (const { bucket, open } of rows) {
    aging[NAMES[bucket] ?? 'over90'] += open;
    aging.total += open;
  }
  return aging;
}

@Injectable()
export class AgingService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** One row a currency: the whole book on a day. */
  async totals(asOf: string, by = AgingBasis.DUE): Promise<Aging[]> {
    const open = await this.sql.rows<Open>(
      `select currency, ${bucketPlace(by)} as bucket, sum(open_minor) as open from (${openItems(asOf, this.clock.today())}) item group by 1, 2`,
      [asOf],
    );
    const left = await this.sql.rows<Left>(
      `select currency, sum(unapplied_minor) as unapplied from (${unappliedCredits}) c group by currency`,
      [asOf],
    );
    return joined(open, left);
  }

  /** Some customers on a day: for each one row a currency. */
  async ofCustomers(
    ids: readonly number[],
    asOf: string,
    by = AgingBasis.DUE,
  ): Promise<(Aging & { customerId: number })[]> {
    const some = (source: string) => `select * from (${source}) x where customer_id = any($2)`;
    const open = await this.sql.rows<Open & { customerId: number }>(
      `select customer_id as "customerId", currency, ${bucketPlace(by)} as bucket, sum(open_minor) as open from (${some(openItems(asOf, this.clock.today()))}) item group by 1, 2, 3`,
      [asOf, ids],
    );
    const left = await this.sql.rows<Left & { customerId: number }>(
      `select customer_id as "customerId", currency, sum(unapplied_minor) as unapplied from (${some(unappliedCredits)}) c group by 1, 2`,
      [asOf, ids],
    );
    return ids.flatMap((customerId) =>
      joined(
        open.filter((row) => row.customerId === customerId),
        left.filter((row) => row.customerId === customerId),
      ).map((row) => ({ ...row, customerId })),
    );
  }
}

interface Open {
  currency: string;
  bucket: number;
  open: number;
}

interface Left {
  currency: string;
  unapplied: number;
}

const nothing = { current: 0, days1To30: 0, days31To60: 0, days61To90: 0, over90: 0, total: 0 };

function joined(open: readonly Open[], left: readonly Left[]): Aging[] {
  const currencies = [...new Set([...open, ...left].map((row) => row.currency))].sort();
  return currencies.map((currency) => ({
    ...bucketsOf(open.filter((row) => row.currency === currency)),
    currency,
    unapplied: 0 - (left.find((row) => row.currency === currency)?.unapplied ?? 0),
  }));
}
