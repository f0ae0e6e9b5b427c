import { Injectable } from '@nestjs/common';
import { amountInWords, dayInWords } from '../../analytics/index.js';
import { DepositReleases } from '../decisions/deposit-releases.service.js';
import type { Rates } from '../ledger/rates.service.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import { type Item, item } from './work-item.js';
import { WorkKind } from './work-list.js';

interface Row {
  customerId: number;
  name: string;
  number: string;
  currency: string;
  limitMinor: number;
  depositMinor: number;
  heldMinor: number;
  isSameCurrency: boolean;
  agreedOn: string;
  reviewOn: string | null;
}

/** What was agreed with customers and asks for something: the deposit that is not there or is to be given back, the review whose day has come. */
@Injectable()
export class AgreementsDue {
  constructor(
    private readonly sql: Sql,
    private readonly releases: DepositReleases,
  ) {}

  async due(asOf: string, { factors }: Rates): Promise<Item[]> {
    const rows = await this.sql.rows<Row>(
      `select * from (select distinct on (a.customer_id) c.id as "customerId", c.name, c.number, a.currency, a.limit_minor as "limitMinor", case when a.deposit_released_on is null then a.deposit_minor else 0 end as "depositMinor",
              c.deposit_held_minor as "heldMinor", c.currency = a.currency as "isSameCurrency", a.agreed_on as "agreedOn", a.review_on as "reviewOn"
         from agreement a join customer c on c.id = a.customer_id
        where a.agreed_on <= $1 and c.stage = 'active' order by a.customer_id, a.agreed_on desc, a.id desc) newest
        where "reviewOn" <= $1 or "depositMinor" > case when "isSameCurrency" or "heldMinor" = 0 then "heldMinor" else "depositMinor" end`,
      [asOf],
    );
    const releases = await this.releases.due(asOf, null);
    return [
      ...rows.flatMap((row) => [...deposit(row, factors), ...review(row, asOf, factors)]),
      // A twentieth: it is ours to give, and nothing is lost meanwhile but goodwill.
      ...releases.map(({ amount, reason, ...who }) =>
        item(WorkKind.RELEASE_DEPOSIT, who, amount, reason, (amount.minor * (factors.get(amount.currency) ?? 0)) / 20),
      ),
    ];
  }
}

/** Held in another currency, nobody can tell whether it is enough: then any is. */
function deposit(row: Row, factors: Map<string, number>): Item[] {
  const missing = row.isSameCurrency ? row.depositMinor - row.heldMinor : row.heldMinor > 0 ? 0 : row.depositMinor;
  if (missing <= 0) return [];
  const why = `A deposit of ${amountInWords(row.depositMinor, row.currency)} was agreed on ${dayInWords(row.agreedOn)}, and ${row.heldMinor > 0 ? 'part of it is' : 'it is'} not there: invoice it before the first supply.`;
  return [
    item(WorkKind.INVOICE_DEPOSIT, row, money(missing, row.currency), why, missing * (factors.get(row.currency) ?? 0)),
  ];
}

function review(row: Row, asOf: string, factors: Map<string, number>): Item[] {
  if (row.reviewOn === null || row.reviewOn > asOf) return [];
  const why = `Limit and terms were agreed on ${dayInWords(row.agreedOn)}, to be looked at again on ${dayInWords(row.reviewOn)}: vet it anew.`;
  // A tenth of the limit: the day has come, nothing is lost yet.
  return [
    item(
      WorkKind.REVIEW_TERMS,
      row,
      money(row.limitMinor, row.currency),
      why,
      (row.limitMinor * (factors.get(row.currency) ?? 0)) / 10,
    ),
  ];
}
