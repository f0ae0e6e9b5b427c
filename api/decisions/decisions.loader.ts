import { Injectable } from '@nestjs/common';
import { Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import type { Decision } from './decision.view.js';
import type { DecisionsArgs } from './decisions.inputs.js';
import { DecisionsService } from './decisions.service.js';

@Injectable()
export class DecisionsOfLoader extends Loader<Page<Decision>, DecisionsArgs> {
  constructor(private readonly decisions: DecisionsService) {
    super();
  }

  protected load(customerIds: readonly number[], args: DecisionsArgs): Promise<Page<Decision>[]> {
    return this.decisions.ofCustomers(customerIds, args);
  }
}
