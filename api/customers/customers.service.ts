import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { keyOf } from '../shared/list.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { Customer } from './customer.entity.js';

@Injectable()
export class CustomersService {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {}

  async byId(id: string | number): Promise<Customer> {
    const [customer] = await this.sql.find(Customer, 'id = $1', [keyOf(String(id))]);
    if (!customer) throw new NotFound('customer', String(id));
    return customer;
  }

  async byNumber(number: string): Promise<Customer> {
    const [customer] = await this.sql.find(Customer, 'number = $1', [number]);
    if (!customer) throw new NotFound('customer with the number', number);
    return customer;
  }

  async leaveOutOfReminders(id: string, leftOut: boolean): Promise<Customer> {
    const before = await this.byId(id);
    await this.sql.transaction(async (client) => {
      await client.query('update customer set left_out_of_reminders = $2 where id = $1', [before.id, leftOut]);
      await this.audit.record(client, {
        action: leftOut ? 'left out of reminders' : 'took back into reminders',
        subjectType: 'customer',
        subjectId: String(before.id),
        before: { leftOut: before.leftOutOfReminders },
        after: { leftOut },
      });
    });
    return this.byId(id);
  }
}
