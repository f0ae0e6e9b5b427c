import type { DefaultReport, Scorecard } from '../../analytics/index.js';
import type { KeptModel } from '../models/kept-models.service.js';
import { ModelUnreadable } from '../models/models.errors.js';
import { format, readKept } from '../models/read-kept.js';

/** A fitted scorecard of default and all that is to be known about it. */
export interface DefaultArtefact {
  readonly format: typeof format;
  readonly kind: 'default';
  /** What counted as a default. */
  readonly definition: string;
  readonly knownOn: string;
  /** The past days it was fitted on. */
  readonly days: readonly { readonly on: string; readonly customers: number; readonly defaults: number }[];
  /** Its version is that of the row it is kept in. */
  readonly card: Omit<Scorecard, 'version'>;
  readonly leftOut: readonly string[];
  /**
   * What stood beside it is not of the card: the same book gives the same bytes, whatever is in force. Cards fitted before
   * 2026-11-24 were kept without lift and parts of the book.
   */
  readonly validation: Omit<DefaultReport, 'inForce' | 'objections' | 'lift' | 'parts'> &
    Partial<Pick<DefaultReport, 'lift' | 'parts'>>;
  readonly caveats: readonly string[];
}

export const newDefaultArtefact = (of: Omit<DefaultArtefact, 'format' | 'kind'>): DefaultArtefact => ({
  format,
  kind: 'default',
  ...of,
});

/** A fitted card as it was kept. Refuses what is damaged, of a newer form, or no card. */
export function readDefault(kept: Pick<KeptModel, 'kind' | 'version' | 'artefact' | 'checksum'>): DefaultArtefact {
  const read = readKept<DefaultArtefact>(kept);
  if (!read?.card?.factors || read.kind !== 'default') throw new ModelUnreadable(kept);
  return read;
}

/** What the cards that were fitted are called: fitted-1, fitted-2. */
const fitted = /^fitted-(\d+)$/;
export const cardName = (version: number) => `fitted-${version}`;
export const versionOfCard = (name: string): number | null => Number(fitted.exec(name)?.[1] ?? 0) || null;

export const cardOf = (kept: Pick<KeptModel, 'kind' | 'version' | 'artefact' | 'checksum'>): Scorecard => ({
  ...readDefault(kept).card,
  version: cardName(kept.version),
});
