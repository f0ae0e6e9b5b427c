import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Loader } from '../../shared/loader.js';
import { Sql } from '../../shared/sql.js';
import { toldOf } from '../trial-outcomes.js';
import type { ComparisonResult } from './comparison.view.js';
import { type ComparedRow, comparisonOutcomes, wordsOf } from './comparison-outcomes.js';

@Injectable()
export class ComparisonResultsLoader extends Loader<ComparisonResult> {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<ComparisonResult[]> {
    const rows = await this.sql.rows<ComparedRow>(comparisonOutcomes, [ids, this.clock.today()]);
    return ids.map((id) => resultOf(rows.filter(({ comparisonId }) => comparisonId === id)));
  }
}

export function resultOf(rows: readonly ComparedRow[]): ComparisonResult {
  const { treated, control } = wordsOf(rows);
  const { pValue, ...told } = toldOf({ treated, control });
  return { first: armOf(control), second: armOf(treated), ...told };
}

const armOf = (rows: readonly ComparedRow[]) => ({
  customers: rows.length,
  invoices: rows.reduce((sum, { n }) => sum + n, 0),
  paidInTime: rows.reduce((sum, { paid }) => sum + paid, 0),
});
