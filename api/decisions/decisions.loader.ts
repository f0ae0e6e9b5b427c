import { Injectable } from '@nestjs/common';
import { Loader } from '../shared/loader.js';
import type { Decision } from './decision.view.js';
import { DecisionsService } from './decisions.service.js';

@Injectable()
export class DecisionsOfLoader extends Loader<Decision[]> {
  constructor(private readonly decisions: DecisionsService) {
    super();
  }

  protected load(customerIds: readonly number[]): Promise<Decision[][]> {
    return this.decisions.ofCustomers(customerIds);
  }
}
