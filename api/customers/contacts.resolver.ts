import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Contact } from './contact.entity.js';
import { KeepContactInput } from './contact.inputs.js';
import { Contacts } from './contacts.service.js';

@Resolver(() => Contact)
export class ContactsResolver {
  constructor(private readonly contacts: Contacts) {}

  @Allow('contacts.keep')
  @Mutation(() => Contact, { description: 'Adds a contact of a customer, or changes one.' })
  keepContact(
    @Args('input', { description: 'Whom, and how to reach them.' }) input: KeepContactInput,
  ): Promise<Contact> {
    return this.contacts.keep(input);
  }
}
