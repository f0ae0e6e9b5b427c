import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { creditChecksRead } from '../audit/credit-checks-read.js';
import { Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';

/** What was read: a credit check, or a decision that says what one said. */
export interface Reading {
  customerId: number;
  check?: number;
  decision?: number;
}

/**
 * Writes down who reads what credit checks said, before it is told: one entry for all that a request reads together. The
 * one read that writes.
 */
@Injectable()
export class CreditCheckReads extends Loader<true, undefined, Reading> {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {
    super();
  }

  protected async load(read: readonly Reading[]): Promise<true[]> {
    const customers = [...new Set(read.map(({ customerId }) => customerId))];
    const checks = read.flatMap(({ check = [] }) => check);
    const decisions = read.flatMap(({ decision = [] }) => decision);
    await this.sql.transaction((client) =>
      this.audit.record(client, creditChecksRead({ customers, checks, decisions })),
    );
    return read.map(() => true);
  }
}
