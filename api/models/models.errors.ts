import { Refusal } from '../shared/refusal.js';
import type { KeptModel } from './kept-models.service.js';

type Which = Pick<KeptModel, 'kind' | 'version'>;

/** How a model of each kind is called, what stands while it cannot be used, and how another is made. */
const words = {
  lateness: { name: 'Lateness model ', stands: 'what was told last stands', train: 'npx goodstanding train' },
  default: {
    name: 'Scorecard fitted-',
    stands: 'the scores made last stand',
    train: 'npx goodstanding train --default',
  },
} as const;
const nameOf = ({ kind, version }: Which) => `${words[kind].name}${version}`;

/** What was fitted is no longer what was written. */
export class ModelDamaged extends Refusal {
  readonly code = 'MODEL_DAMAGED';

  constructor(model: Which & { checksum: string }, found: string) {
    const { stands, train } = words[model.kind];
    super(
      `${nameOf(model)} is not what was kept: its checksum is ${found.slice(0, 12)}… and should be ${model.checksum.slice(0, 12)}…. It is not used; ${stands}. Restore it from a backup, or train another: ${train}.`,
    );
  }
}

export class ModelOfNewerVersion extends Refusal {
  readonly code = 'MODEL_OF_NEWER_VERSION';

  constructor(model: Which, form: number) {
    const { stands, train } = words[model.kind];
    super(
      `${nameOf(model)} is kept in form ${form}, which a newer Goodstanding wrote. It is not used; ${stands}. Update the program, or train another: ${train}.`,
    );
  }
}

/** It is what was written, and no model. */
export class ModelUnreadable extends Refusal {
  readonly code = 'MODEL_UNREADABLE';

  constructor(model: Which) {
    const { stands, train } = words[model.kind];
    super(
      `${nameOf(model)} holds no model that this program can read. It is not used; ${stands}. Restore it from a backup, or train another: ${train}.`,
    );
  }
}
