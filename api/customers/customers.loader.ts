import { Injectable } from '@nestjs/common';
import { holds, listsOf, Values } from '../shared/list.js';
import { inOrder, Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import { ContactSort, type ContactsArgs } from './customers.inputs.js';

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

const sorts = {
  [ContactSort.ADDED]: { by: 'c.id', type: 'bigint' },
  [ContactSort.NAME]: { by: 'lower(c.name)', type: 'text' },
  [ContactSort.EMAIL]: { by: `coalesce(lower(c.email), '')`, type: 'text' },
} as const;

/** Pages of the contacts of many customers in one question. */
@Injectable()
export class ContactsLoader extends Loader<Page<Contact>, ContactsArgs> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected load(ids: readonly number[], { filter = {}, ...args }: ContactsArgs): Promise<Page<Contact>[]> {
    const values = new Values();
    const $search = filter.search === undefined ? '' : values.add(holds(filter.search));
    const list = {
      select:
        'c.customer_id as "customerId", c.id, c.name, c.email, c.phone, c.postal_address as "postalAddress", c.role',
      from: 'contact c',
      where: [
        $search !== '' && `(c.name ilike ${$search} or c.email ilike ${$search})`,
        filter.hasEmail !== undefined && `(c.email is not null) = ${values.add(filter.hasEmail)}`,
      ],
      values,
      sort: sorts[args.sort],
      key: 'c.id',
      direction: args.direction,
      page: args,
      owner: 'c.customer_id',
    };
    return listsOf<Contact>(this.sql, list, ids);
  }
}
