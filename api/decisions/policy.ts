/**
 * What a recommendation assumes. A later version of these defaults is another document; a decision keeps the version it
 * was made with. Sources: our conventions unless said; see DECISIONS 9.
 */
export const defaultPolicy = {
  version: 'policy-2',
  from: '2026-11-22',
  /** Share of an exposure that is lost on default: UK voluntary liquidations pay unsecured creditors nothing in 86 % of cases (Insolvency Service, 17 December 2024). */
  lossGivenDefault: 0.9,
  /** Days from the last due day to the hold, and of notice: the stop list’s 45 days past due, and a week. */
  daysToHold: 45,
  noticeDays: 7,
  /** Days beyond terms a new customer is expected to take, by grade: our convention. */
  expectedDaysBeyondTerms: { A: 3, B: 7, C: 12, D: 25, E: 45 },
  /** Expected loss we are ready to carry on one customer, as a share of the contract. */
  toleratedLossShare: 0.01,
  /** No recommendation goes above it without a person: in major units of the contract’s currency. */
  limitCapMajor: 250_000,
  /** How much of the limit that a credit check suggests counts, by the age of its report: our convention. */
  reportAgeFactors: [
    { upToDays: 90, factor: 1 },
    { upToDays: 365, factor: 0.8 },
    { upToDays: null, factor: 0.5 },
  ],
  /** Warn of terms above: UK Commercial Payments Bill as introduced 19 May 2026; EU 2011/7/EU unless expressly agreed. */
  longestTermsDays: 60,
} as const;
export type Policy = typeof defaultPolicy;
