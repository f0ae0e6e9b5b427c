import type { BureauReading, BureauScale, CreditCheckReport } from '../../../analytics/index.js';
import type { CreditCheckProvider } from '../credit-check.view.js';

/** The company that is asked about. */
export interface Company {
  name: string;
  registrationNumber: string | null;
  country: string | null;
  /** The provider’s own key of it, where somebody gave it or an earlier report had it. */
  reference: string | null;
}

export interface Answered {
  reference: string;
  /** Every answer as it came, by what it answers. */
  received: Record<string, unknown>;
  report: CreditCheckReport;
}

/** Reads a value on a scale as it holds today; null where the installation has no such scale. */
export type ReadScale = (key: string) => { scale: BureauScale; read: (value: unknown) => BureauReading | null } | null;

export interface Provider {
  readonly key: CreditCheckProvider;
  readonly title: string;
  /** What it gives and needs. */
  readonly offer: string;
  /** How it is set up. */
  readonly setUp: string;
  readonly isConfigured: boolean;
  /** Whether each report costs. */
  readonly isPaid: boolean;
  /** Null: companies of any. */
  readonly countries: readonly string[] | null;
  /** Why it cannot be asked about this company; null when it can. */
  whyNot(company: Company): string | null;
  ask(company: Company, scales: ReadScale): Promise<Answered>;
}

/** The provider did not give a report: the sentence says why. Not a bug, and not the asker’s mistake. */
export class ProviderFailed extends Error {}

/** It answered: it knows no such company, or not which of several it is. Asking again brings the same. */
export class NotKnownThere extends ProviderFailed {}
