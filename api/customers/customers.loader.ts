import { Injectable } from '@nestjs/common';
import { grouped, inOrder, Loader } from '../shared/loader.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';

@Injectable()
export class CustomersLoader extends Loader<Customer> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<Customer[]> {
    const rows = await this.sql.find(Customer, 'id = any($1)', [ids]);
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row) => row ?? fail(),
    );
  }
}

/** Every row that names a customer has a foreign key to it, so one that is missing was removed in between. */
function fail(): never {
  throw new NotFound('customer', 'of this row');
}

@Injectable()
export class ContactsLoader extends Loader<Contact[]> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<Contact[][]> {
    const rows = await this.sql.find(Contact, 'customer_id = any($1) order by id', [ids]);
    return grouped(ids, rows, (row) => row.customerId);
  }
}
