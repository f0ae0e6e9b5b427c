import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { People } from '../auth/people.service.js';
import { holds, keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { ProgramSql } from '../shared/sql.js';
import type { Customer } from './customer.entity.js';
import { CustomersService } from './customers.service.js';
import { type OwnerInput, OwnerSort, type OwnersArgs } from './owner.inputs.js';
import type { Owner } from './owner.view.js';

/** Which sales person looks after whom. */
@Injectable()
export class OwnersService {
  constructor(
    private readonly customers: CustomersService,
    private readonly people: People,
    private readonly sql: ProgramSql,
    private readonly audit: Audit,
  ) {}

  /** Who can be made one: sales people who may still sign in. */
  page({ filter = {}, sort, direction, ...page }: OwnersArgs): Promise<Page<Owner>> {
    const values = new Values();
    return listOf<Owner>(this.sql, {
      select: 'p.id, p.name',
      from: 'person p',
      where: [
        `p.role = 'sales' and p.is_active`,
        filter.search !== undefined && `p.name ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort:
        sort === OwnerSort.ADDED ? { by: 'p.created_at', type: 'timestamptz' } : { by: 'lower(p.name)', type: 'text' },
      key: 'p.id',
      direction,
      page,
    });
  }

  /** Null: nobody owns it, so no sales person sees it. */
  async set({ customerId: id, personId = null, reason }: OwnerInput): Promise<Customer> {
    const customer = await this.customers.byId(id);
    const owner = personId === null ? null : await this.people.byId(keyOf(personId));
    const before = customer.ownerId === null ? null : await this.people.byId(customer.ownerId);
    if (before?.id === owner?.id) return customer;
    await this.sql.transaction(async (client) => {
      await client.query('update customer set owner_id = $2 where id = $1', [customer.id, owner?.id ?? null]);
      await this.audit.record(client, {
        action: 'set the owner',
        subjectType: 'customer',
        subjectId: String(customer.id),
        before: { owner: before?.email ?? null },
        after: { owner: owner?.email ?? null },
        reason,
      });
    });
    return this.customers.byId(id);
  }
}
