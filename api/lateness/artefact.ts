import type { LatenessModel, LatenessReport } from '../../analytics/index.js';
import type { KeptModel } from '../models/kept-models.service.js';
import { ModelOfNewerVersion, ModelUnreadable } from '../models/models.errors.js';
import { format, readKept } from '../models/read-kept.js';

/** A fitted model and all that is to be known about it: what it learned from, what late means, how good it was. */
export interface LatenessArtefact {
  readonly format: typeof format;
  readonly kind: 'lateness';
  readonly definition: string;
  /** Days and counts of what it learned from; `leftOut` of the model’s own window counts bad days and amounts. */
  readonly window: {
    readonly from: string;
    readonly knownOn: string;
    readonly customers: number;
    readonly invoices: number;
    readonly open: number;
    readonly leftOut: number;
    readonly copies: number;
  };
  readonly holidaysOf: string | null;
  readonly model: LatenessModel;
  /** Measured on the invoices scored after `split`, by a model fitted in the same way on what was known by then. */
  readonly validation: { readonly split: string } & LatenessReport;
  readonly caveats: readonly string[];
}

export const definition =
  'Late: settled after the due day, or open after it. An invoice is settled on the day on which what was set against it reaches its amount; what was written off never was, and what was mostly credited is known up to that day. Told on the day of issue and on each day after it while it is open.';

export const newArtefact = (of: Omit<LatenessArtefact, 'format' | 'kind' | 'definition'>): LatenessArtefact => ({
  format,
  kind: 'lateness',
  definition,
  ...of,
});

/** A model as it was kept. Refuses one that is not what was written, and one of a form that this program does not know. */
export function readArtefact(kept: Pick<KeptModel, 'kind' | 'version' | 'artefact' | 'checksum'>): LatenessArtefact {
  const read = readKept<LatenessArtefact>(kept);
  if (read && read.model?.version > 1) throw new ModelOfNewerVersion(kept, read.format);
  if (!read?.model?.settings || read.kind !== 'lateness') throw new ModelUnreadable(kept);
  return read;
}
