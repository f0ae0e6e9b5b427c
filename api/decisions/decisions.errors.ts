import { Refusal } from '../shared/refusal.js';

/** All that is wrong with an application, so that it is mended in one go. */
export class ApplicationNotRight extends Refusal {
  readonly code = 'APPLICATION_NOT_RIGHT';

  constructor(readonly fields: { field: string; sentence: string }[]) {
    super(fields.map(({ sentence }) => sentence).join(' '));
  }
}
