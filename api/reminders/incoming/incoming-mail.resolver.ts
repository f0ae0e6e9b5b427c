import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../auth/allow.js';
import { Contact } from '../../customers/contact.entity.js';
import { Customer } from '../../customers/customer.entity.js';
import { CustomersLoader } from '../../customers/customers.loader.js';
import type { Page } from '../../shared/page.js';
import { ContactMailStateLoader } from './contact-mail-state.loader.js';
import {
  AnswerReadInput,
  ContactMailState,
  IncomingMail,
  IncomingMailArgs,
  IncomingMailPage,
  WriteToContactAgainInput,
} from './incoming-mail.view.js';
import { WhatCameBack } from './what-came-back.service.js';

@Resolver(() => IncomingMail)
export class IncomingMailResolver {
  constructor(
    private readonly service: WhatCameBack,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('reminders.read')
  @Query(() => IncomingMailPage, { description: 'What came back to messages: answers, bounces, complaints.' })
  incomingMail(@Args() args: IncomingMailArgs): Promise<Page<IncomingMail>> {
    return this.service.page(args);
  }

  @Allow('reminders.leave-out')
  @Mutation(() => IncomingMail, {
    description: 'Says that a person has read an answer: reminders of all that the message spoke to go on.',
  })
  answerRead(@Args('input', { description: 'Which.' }) input: AnswerReadInput): Promise<IncomingMail> {
    return this.service.read(input);
  }

  @Allow('reminders.leave-out')
  @Mutation(() => Contact, { description: 'Writes to a contact again whose mail came back or was unwanted.' })
  writeToContactAgain(
    @Args('input', { description: 'Whom, and why.' }) input: WriteToContactAgainInput,
  ): Promise<Contact> {
    return this.service.writeAgain(input);
  }

  @ResolveField(() => Customer, { description: 'From whom.' })
  customer(@Parent() mail: IncomingMail, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, mail.customerId, undefined);
  }
}

/** Adds to a contact whether it is written to. */
@Resolver(() => Contact)
export class ContactMailStateResolver {
  constructor(private readonly states: ContactMailStateLoader) {}

  @ResolveField(() => ContactMailState, { nullable: true, description: 'Why it is not written to; null: it is.' })
  mailState(
    @Parent() { customerId, email }: Contact,
    @Context('req') request: object,
  ): Promise<ContactMailState | null> | null {
    return email === null ? null : this.states.of(request, { customerId, address: email.toLowerCase() }, undefined);
  }
}
