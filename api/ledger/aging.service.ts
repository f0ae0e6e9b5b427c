import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { type Aging, AgingBasis } from './aging.view.js';
import { openItems, unappliedCredits } from './open-items.js';

/** SQL of the ageing of grouped open items: a column a bucket, counted from the due day or the day of issue to the day in $1. */
export function buckets(by: AgingBasis): string {
  const age = `$1::date - ${by === AgingBasis.DUE ? 'due_on' : 'issued_on'}`;
  const sum = (condition: string) => `coalesce(sum(open_minor) filter (where ${age} ${condition}), 0)::bigint`;
  return `${sum('<= 0')} as current, ${sum('between 1 and 30')} as "days1To30", ${sum('between 31 and 60')} as "days31To60",
    ${sum('between 61 and 90')} as "days61To90", ${sum('> 90')} as over90`;
}

@Injectable()
export class AgingService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** One row a currency: the whole book on a day. */
  async totals(asOf: string, by = AgingBasis.DUE): Promise<Aging[]> {
    const [open, left] = await Promise.all([
      this.sql.rows<Open>(
        `select currency, ${buckets(by)} from (${openItems(asOf, this.clock.today())}) item group by 1`,
        [asOf],
      ),
      this.sql.rows<Left>(
        `select currency, sum(unapplied_minor) as unapplied from (${unappliedCredits}) c group by currency`,
        [asOf],
      ),
    ]);
    return joined(open, left);
  }

  /** Some customers on a day: for each one row a currency. */
  async ofCustomers(
    ids: readonly number[],
    asOf: string,
    by = AgingBasis.DUE,
  ): Promise<(Aging & { customerId: number })[]> {
    const some = (source: string) => `select * from (${source}) x where customer_id = any($2)`;
    const open = await this.sql.prepared<Open & { customerId: number }>(
      `select customer_id as "customerId", currency, ${buckets(by)} from (${some(openItems(asOf, this.clock.today()))}) item group by 1, 2`,
      [asOf, ids],
    );
    const left = await this.sql.prepared<Left & { customerId: number }>(
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

type Open = Omit<Aging, 'unapplied' | 'total'>;

interface Left {
  currency: string;
  unapplied: number;
}

const nothing = { current: 0, days1To30: 0, days31To60: 0, days61To90: 0, over90: 0 };

function joined(open: readonly Open[], left: readonly Left[]): Aging[] {
  const currencies = [...new Set([...open, ...left].map((row) => row.currency))].sort();
  return currencies.map((currency) => {
    const own = { ...nothing, ...open.find((row) => row.currency === currency), currency };
    const total = own.current + own.days1To30 + own.days31To60 + own.days61To90 + own.over90;
    return { ...own, total, unapplied: 0 - (left.find((row) => row.currency === currency)?.unapplied ?? 0) };
  });
}
