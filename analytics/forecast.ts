import { mustBeShare, mustBeWhole, mustNotBeNegative } from './guards.js';

/** The share of invoices that is paid by so many days after the due day. */
export interface LatenessPoint {
  readonly byDay: number;
  readonly share: number;
}

/** What is expected within days from the due day, both ends included; null is without end. */
export interface ForecastWindow {
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly expectedMinor: number;
}

/**
 * When an amount is expected to come in, window by window; the last window is what comes later or never.
 * Minor units, not rounded; the windows add up to the amount. Refuses shares that fall or days that do not rise.
 * Amount × (F(end) − F(start − 1)); our convention. Example: 10,000 with 0.5 by due, 0.7 by 7, 0.85 by 14 and 0.95 by
 * 30 days: 5,000, 2,000, 1,500, 1,000 and 500 beyond.
 */
export function cashForecast(amountMinor: number, latenessCdf: readonly LatenessPoint[]): readonly ForecastWindow[] {
  mustNotBeNegative('The amount', amountMinor);
  const windows: ForecastWindow[] = [];
  let before: LatenessPoint | null = null;
  for (const point of latenessCdf) {
    mustBeWhole('A day of the distribution', point.byDay);
    mustBeShare('A share of the distribution', point.share);
    if (before !== null && (point.byDay <= before.byDay || point.share < before.share)) {
      throw new RangeError('A distribution of payments rises from day to day.');
    }
    const share = point.share - (before?.share ?? 0);
    windows.push({
      fromDay: before === null ? null : before.byDay + 1,
      toDay: point.byDay,
      expectedMinor: amountMinor * share,
    });
    before = point;
  }
  const fromDay = before === null ? null : before.byDay + 1;
  windows.push({ fromDay, toDay: null, expectedMinor: amountMinor * (1 - (before?.share ?? 0)) });
  return windows;
}
