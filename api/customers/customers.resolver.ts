import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import type { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import { ContactsArgs, LeaveOutInput } from './customers.inputs.js';
import { ContactsLoader, CustomersLoader } from './customers.loader.js';
import { ContactPage } from './customers.pages.js';
import { CustomersService } from './customers.service.js';

@Resolver(() => Customer)
export class CustomersResolver {
  constructor(
    private readonly customers: CustomersService,
    private readonly byId: CustomersLoader,
    private readonly contactsOf: ContactsLoader,
  ) {}

  @Allow('ledger.read')
  @Query(() => Customer, { description: 'One customer.' })
  customer(@Args('id', { type: () => ID, description: 'Its key.' }) id: string): Promise<Customer> {
    return this.customers.byId(id);
  }

  @Allow('reminders.leave-out')
  @Mutation(() => Customer, { description: 'Leaves a customer out of the reminders, or takes it back in.' })
  leaveOutOfReminders(@Args('input', { description: 'Who, and whether.' }) input: LeaveOutInput): Promise<Customer> {
    return this.customers.leaveOutOfReminders(input.customerId, input.leftOut);
  }

  @ResolveField(() => Money, {
    nullable: true,
    description: 'How much it may owe, in its currency; null when no limit is set.',
  })
  creditLimit(@Parent() customer: Customer): Money | null {
    return customer.creditLimitMinor === null ? null : money(customer.creditLimitMinor, customer.currency);
  }

  @ResolveField(() => Money, { nullable: true, description: 'Deposit held from it, in its currency.' })
  depositHeld(@Parent() customer: Customer): Money {
    return money(customer.depositHeldMinor, customer.currency);
  }

  @ResolveField(() => Customer, { nullable: true, description: 'The company it belongs to.' })
  parent(@Parent() customer: Customer, @Context('req') request: object): Promise<Customer> | null {
    return customer.parentId === null ? null : this.byId.of(request, customer.parentId, undefined);
  }

  @ResolveField(() => ContactPage, { description: 'People and desks we write to or call.' })
  contacts(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: ContactsArgs,
  ): Promise<Page<Contact>> {
    return this.contactsOf.of(request, customer.id, args);
  }
}
