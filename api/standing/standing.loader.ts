import { Injectable } from '@nestjs/common';
import { inOrder, Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';
import { type Standing, StandingState } from './standing.view.js';

/** A customer without a row was never anything but good. */
export const goodStanding: Standing = { state: StandingState.GOOD, since: null, reasons: [], changedBy: null };

@Injectable()
export class StandingLoader extends Loader<Standing> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<Standing[]> {
    const rows = await this.sql.prepared<Standing & { customerId: number }>(
      'select customer_id as "customerId", state, since, reasons, changed_by as "changedBy" from standing where customer_id = any($1)',
      [ids],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.customerId,
      (row) => row ?? goodStanding,
    );
  }
}
