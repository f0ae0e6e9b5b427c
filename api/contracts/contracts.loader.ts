import { Injectable } from '@nestjs/common';
import { inOrder, Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import type { ClauseKey } from './clause.view.js';
import type { Contract } from './contract.view.js';
import type { ContractsArgs } from './contracts.inputs.js';
import { Contracts } from './contracts.service.js';

@Injectable()
export class ContractsOfLoader extends Loader<Page<Contract>, ContractsArgs> {
  constructor(private readonly contracts: Contracts) {
    super();
  }

  protected load(customerIds: readonly number[], args: ContractsArgs): Promise<Page<Contract>[]> {
    return this.contracts.ofCustomers(customerIds, args);
  }
}

export interface SignedContract {
  signedOn: string;
  clauses: { key: ClauseKey; title: string }[];
}

/** The newest contract that was signed; null without one. */
@Injectable()
export class SignedContractLoader extends Loader<SignedContract | null> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(SignedContract | null)[]> {
    const rows = await this.sql.prepared<SignedContract & { customerId: number }>(
      `select distinct on (customer_id) customer_id as "customerId", signed_on as "signedOn", clauses from contract
        where customer_id = any($1) and signed_on is not null order by customer_id, signed_on desc, id desc`,
      [ids],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.customerId,
      (row) => row ?? null,
    );
  }
}
