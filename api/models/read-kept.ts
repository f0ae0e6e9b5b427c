import { checksumOf } from '../shared/canonical-json.js';
import type { KeptModel } from './kept-models.service.js';
import { ModelDamaged, ModelOfNewerVersion } from './models.errors.js';

/** The form in which fitted models are kept; a program refuses forms newer than those it knows. */
export const format = 1;

/** What was kept, as it was written; null where that is no object. Refuses what is damaged, and forms a newer program wrote. */
export function readKept<Artefact>(
  model: Pick<KeptModel, 'kind' | 'version' | 'artefact' | 'checksum'>,
): Artefact | null {
  const found = checksumOf(model.artefact);
  if (found !== model.checksum) throw new ModelDamaged(model, found);
  const read = JSON.parse(model.artefact) as (Artefact & { format?: number }) | null;
  if ((read?.format ?? 0) > format) throw new ModelOfNewerVersion(model, read?.format as number);
  return read;
}
