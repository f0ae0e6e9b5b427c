import { Injectable } from '@nestjs/common';
import { Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import type { CreditCheck } from './credit-check.view.js';
import type { CreditChecksArgs } from './credit-checks.inputs.js';
import { CreditChecks } from './credit-checks.service.js';

@Injectable()
export class CreditChecksOfLoader extends Loader<Page<CreditCheck>, CreditChecksArgs> {
  constructor(private readonly checks: CreditChecks) {
    super();
  }

  protected load(customerIds: readonly number[], args: CreditChecksArgs): Promise<Page<CreditCheck>[]> {
    return this.checks.ofCustomers(customerIds, args);
  }
}
