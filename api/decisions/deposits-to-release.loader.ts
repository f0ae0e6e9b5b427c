import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { inOrder, Loader } from '../shared/loader.js';
import { type DepositDue, DepositReleases } from './deposit-releases.service.js';

@Injectable()
export class DepositsToReleaseLoader extends Loader<DepositDue | null> {
  constructor(
    private readonly releases: DepositReleases,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(DepositDue | null)[]> {
    const due = await this.releases.due(this.clock.today(), ids);
    return inOrder(
      ids,
      due,
      ({ customerId }) => customerId,
      (found) => found ?? null,
    );
  }
}
