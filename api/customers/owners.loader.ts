import { Injectable } from '@nestjs/common';
import { inOrder, Loader } from '../shared/loader.js';
import { ProgramSql } from '../shared/sql.js';
import type { Owner } from './owner.view.js';

/** Of people no row is kept from those who see the customer: the name alone, read in the program’s role. */
@Injectable()
export class OwnersLoader extends Loader<Owner | null> {
  constructor(private readonly sql: ProgramSql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<(Owner | null)[]> {
    const rows = await this.sql.prepared<Owner>('select id, name from person where id = any($1)', [ids]);
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row) => row ?? null,
    );
  }
}
