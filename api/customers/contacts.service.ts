import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { keyOf } from '../shared/list.js';
import { BadInput, NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { Contact } from './contact.entity.js';
import type { KeepContactInput } from './contact.inputs.js';

type Said = Pick<Contact, 'name' | 'email' | 'phone' | 'postalAddress' | 'role'>;
const said = ['name', 'email', 'phone', 'postalAddress', 'role'] as const;

/** Whom we write to and call. A file that is imported later writes over whom it names. */
@Injectable()
export class Contacts {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {}

  async keep(input: KeepContactInput): Promise<Contact> {
    const customerId = keyOf(input.customerId);
    const after: Said = {
      name: input.name.trim(),
      email: input.email?.trim() || null,
      phone: input.phone?.trim() || null,
      postalAddress: input.postalAddress?.trim() || null,
      role: input.role?.trim() || null,
    };
    if (!after.email && !after.phone && !after.postalAddress)
      throw new BadInput('Nobody can be reached so: give an e-mail address, a telephone number or a postal address.');
    const id = await this.sql.transaction(async (client) => {
      const before = input.contactId ? await this.found(client, customerId, input.contactId) : null;
      if (!before) await this.mustBeCustomer(client, input.customerId);
      const values = [customerId, ...said.map((field) => after[field])];
      const { rows } = before
        ? await client.query<{ id: number }>(
            'update contact set name = $2, email = $3, phone = $4, postal_address = $5, role = $6 where customer_id = $1 and id = $7 returning id',
            [...values, before.id],
          )
        : await client.query<{ id: number }>(
            'insert into contact (customer_id, name, email, phone, postal_address, role) values ($1, $2, $3, $4, $5, $6) returning id',
            values,
          );
      const id = rows[0]?.id as number;
      // By the names of what changed: the audit cannot be erased, a person can ask to be.
      await this.audit.record(client, {
        action: before ? 'changed a contact' : 'added a contact',
        subjectType: 'contact',
        subjectId: String(id),
        details: { customerId, fields: said.filter((field) => (before?.[field] ?? null) !== after[field]) },
      });
      return id;
    });
    const [contact] = await this.sql.find(Contact, 'customer_id = $1 and id = $2', [customerId, id]);
    if (!contact) throw new NotFound('contact', String(id));
    return contact;
  }

  private async found(client: pg.ClientBase, customerId: number, contactId: string): Promise<Said & { id: number }> {
    const { rows } = await client.query<Said & { id: number }>(
      'select id, name, email, phone, postal_address as "postalAddress", role from contact where customer_id = $1 and id = $2 for update',
      [customerId, keyOf(contactId)],
    );
    if (!rows[0]) throw new NotFound('contact of this customer', contactId);
    return rows[0];
  }

  private async mustBeCustomer(client: pg.ClientBase, customerId: string): Promise<void> {
    const { rowCount } = await client.query('select from customer where id = $1', [keyOf(customerId)]);
    if (rowCount === 0) throw new NotFound('customer', customerId);
  }
}
