import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { grouped, inOrder, Loader } from '../shared/loader.js';
import { NotFound } from '../shared/refusal.js';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';

@Injectable()
export class CustomersLoader extends Loader<Customer> {
  constructor(@InjectRepository(Customer) private readonly customers: Repository<Customer>) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<Customer[]> {
    const rows = await this.customers.findBy({ id: In([...ids]) });
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
  constructor(@InjectRepository(Contact) private readonly contacts: Repository<Contact>) {
    super();
  }

  protected async load(ids: readonly number[]): Promise<Contact[][]> {
    const rows = await this.contacts.find({ where: { customerId: In([...ids]) }, order: { id: 'ASC' } });
    return grouped(ids, rows, (row) => row.customerId);
  }
}
