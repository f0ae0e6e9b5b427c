import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';

export interface DecisionKey {
  customerId: number;
  id: number;
}

/**
 * Writes down who reads what credit checks said, before it is told: one entry for all decisions that a request reads
 * together. The one read that writes.
 */
@Injectable()
export class CreditCheckReads extends Loader<true, undefined, DecisionKey> {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {
    super();
  }

  protected async load(keys: readonly DecisionKey[]): Promise<true[]> {
    const customers = [...new Set(keys.map(({ customerId }) => customerId))];
    await this.sql.transaction((client) =>
      this.audit.record(client, {
        action: 'read credit checks',
        subjectType: 'credit check',
        subjectId: customers.length === 1 ? String(customers[0]) : null,
        details: { customers, decisions: keys.map(({ id }) => id) },
      }),
    );
    return keys.map(() => true);
  }
}
