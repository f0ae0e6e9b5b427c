import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { creditChecksRead } from '../audit/credit-checks-read.js';
import { mustBeAllowed } from '../auth/allow.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, type ListOf, listsOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { CreditCheck } from './credit-check.view.js';
import type { CreditChecksArgs } from './credit-checks.inputs.js';
import { type CreditCheckRow, creditCheckColumns } from './keep-credit-check.js';
import { shownCreditCheck } from './show-credit-check.js';

/** The credit checks that are kept. */
@Injectable()
export class CreditChecks {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Reads what one says, for a decision to stand on: by whoever may, and written down. */
  async read(id: string): Promise<CreditCheckRow> {
    mustBeAllowed('credit-checks.read', caller());
    const row = await this.sql.one<CreditCheckRow>(`select ${creditCheckColumns} from credit_check k where k.id = $1`, [
      keyOf(id),
    ]);
    if (!row) throw new NotFound('credit check', id);
    await this.sql.transaction((client) =>
      this.audit.record(client, creditChecksRead({ customers: [row.customerId], checks: [row.id], decisions: [] })),
    );
    return row;
  }

  /** The same page of the credit checks of each of these customers. */
  async ofCustomers(customerIds: readonly number[], args: CreditChecksArgs): Promise<Page<CreditCheck>[]> {
    const pages = await listsOf<CreditCheckRow>(
      this.sql,
      { ...listOfChecks(args), owner: 'k.customer_id' },
      customerIds,
    );
    return pages.map((page) => ({
      ...page,
      nodes: page.nodes.map((row) => shownCreditCheck(row, this.clock.today())),
    }));
  }
}

function listOfChecks({ filter = {}, sort, direction, ...page }: CreditChecksArgs): ListOf {
  const values = new Values();
  return {
    select: creditCheckColumns,
    from: 'credit_check k',
    where: [
      filter.id !== undefined && `k.id = ${values.add(keyOf(filter.id))}`,
      filter.provider !== undefined && `k.provider = ${values.add(filter.provider)}`,
      filter.reportedFrom !== undefined && `k.reported_on >= ${values.add(filter.reportedFrom)}`,
    ],
    values,
    sort: { by: `k.${sort}`, type: sort === 'received_at' ? 'timestamptz' : 'date' },
    key: 'k.id',
    direction,
    page,
  };
}
