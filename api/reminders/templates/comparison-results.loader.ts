import { Injectable } from '@nestjs/common';
import { daysEarlier, FEWEST_IN_AN_ARM, trialAnswer, upliftByCustomer } from '../../../analytics/index.js';
import { Clock } from '../../shared/clock.js';
import { Loader } from '../../shared/loader.js';
import { Sql } from '../../shared/sql.js';
import type { TrialVerdict } from '../sending.view.js';
import { daysOf } from '../trial-outcomes.js';
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

/** Nothing is told of fewer than fifty customers of one. */
export function resultOf(rows: readonly ComparedRow[]): ComparisonResult {
  const { treated, control } = wordsOf(rows);
  const areEnough = Math.min(treated.length, control.length) >= FEWEST_IN_AN_ARM;
  const found = areEnough ? upliftByCustomer({ treated, control }) : null;
  const days = areEnough ? daysEarlier({ treated: daysOf(treated), control: daysOf(control) }) : null;
  const { verdict, interval } = trialAnswer({ treated, control });
  return {
    first: armOf(control),
    second: armOf(treated),
    uplift: found?.uplift ?? null,
    interval: found?.ci95 ?? null,
    daysEarlier: days?.days ?? null,
    daysEarlierInterval: days?.ci95 ?? null,
    anyDayInterval: interval,
    verdict: verdict as TrialVerdict,
  };
}

const armOf = (rows: readonly ComparedRow[]) => ({
  customers: rows.length,
  invoices: rows.reduce((sum, { n }) => sum + n, 0),
  paidInTime: rows.reduce((sum, { paid }) => sum + paid, 0),
});
