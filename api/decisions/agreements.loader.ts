import { Injectable } from '@nestjs/common';
import { inOrder, Loader } from '../shared/loader.js';
import { money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import type { Agreement } from './offer-outcome.view.js';

type Row = Omit<Agreement, 'limit' | 'deposit'> & { currency: string; limitMinor: number; depositMinor: number };

/** What was agreed last; null for whoever was there before we agreed things here. */
@Injectable()
export class AgreementsLoader extends Loader<Agreement | null> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(Agreement | null)[]> {
    const rows = await this.sql.prepared<Row>(
      `select distinct on (customer_id) customer_id as "customerId", id, decision_id as "decisionId", agreed_on as "agreedOn", currency,
              limit_minor as "limitMinor", deposit_minor as "depositMinor", terms_days as "termsDays", billing_period_days as "billingPeriodDays",
              reminder_ladder as "reminderLadder", release_rule as "releaseRule", review_on as "reviewOn", agreed_by as "agreedBy", approved_by as "approvedBy"
         from agreement where customer_id = any($1) order by customer_id, agreed_on desc, id desc`,
      [ids],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.customerId,
      (row) => (row ? shown(row) : null),
    );
  }
}

const shown = ({ currency, limitMinor, depositMinor, ...row }: Row): Agreement => ({
  ...row,
  limit: money(limitMinor, currency),
  deposit: money(depositMinor, currency),
});
