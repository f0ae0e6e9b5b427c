import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { InvoicesLoader } from '../ledger/ledger.loaders.js';
import { wholeBook } from '../shared/cost.js';
import { Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { ReminderChannel } from './campaign.view.js';
import {
  NotReminded,
  NotRemindedPage,
  NotRemindedReason,
  PlannedMessage,
  PlannedMessagePage,
  ReminderPlan,
} from './delivery.view.js';
import { MessageInvoicePage, MessageInvoicesArgs, pageOfInvoices } from './message-invoices.js';
import { pageOfLeftOut, pageOfMessages } from './plan-pages.js';
import type { LeftOut, Message } from './reminder-plan.js';
import type { PlanOfDay } from './reminder-planner.service.js';
import { NotRemindedArgs, PlannedMessagesArgs } from './reminders.inputs.js';
import { RemindersService } from './reminders.service.js';

@Resolver(() => ReminderPlan)
export class ReminderPlanResolver {
  constructor(private readonly reminders: RemindersService) {}

  @Allow('reminders.read')
  @Query(() => ReminderPlan, {
    complexity: wholeBook,
    description: 'What would be sent on a day, and what would not and why. Sends nothing.',
  })
  reminderPlan(
    @Args('on', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' }) on?: string,
  ): Promise<PlanOfDay> {
    return this.reminders.plan(on);
  }

  @ResolveField(() => PlannedMessagePage, { description: 'The messages.' })
  messages(@Parent() plan: PlanOfDay, @Args() args: PlannedMessagesArgs): Page<Message> {
    return pageOfMessages(plan.messages, args);
  }

  @ResolveField(() => PlannedMessagePage, { description: 'The calls that people make.' })
  calls(@Parent() plan: PlanOfDay, @Args() args: PlannedMessagesArgs): Page<Message> {
    return pageOfMessages(plan.calls, args);
  }

  @ResolveField(() => NotRemindedPage, { description: 'What would be said and is not.' })
  leftOut(@Parent() plan: PlanOfDay, @Args() args: NotRemindedArgs): Page<LeftOut> {
    return pageOfLeftOut(plan.leftOut, args);
  }
}

@Resolver(() => PlannedMessage)
export class PlannedMessageResolver {
  constructor(
    private readonly customers: CustomersLoader,
    private readonly invoicesBy: InvoicesLoader,
    private readonly reminders: RemindersService,
  ) {}

  @ResolveField(() => Customer, { description: 'To whom.' })
  customer(@Parent() message: Message, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, message.customerId, undefined);
  }

  @ResolveField(() => ReminderChannel, { description: 'How it goes.' })
  channel(@Parent() message: Message): ReminderChannel {
    return message.channel as ReminderChannel;
  }

  @ResolveField(() => String, { description: 'E-mail address, telephone number or postal address.' })
  to(@Parent() message: Message): string {
    return message.recipient;
  }

  @ResolveField(() => String, { description: 'Subject line.' })
  subject(@Parent() message: Message): string {
    return this.reminders.textOf(message).subject;
  }

  @ResolveField(() => String, { description: 'What it says.' })
  text(@Parent() message: Message): string {
    return this.reminders.textOf(message).text;
  }

  @ResolveField(() => String, { description: 'What it says, as HTML.' })
  html(@Parent() message: Message): string {
    return this.reminders.textOf(message).html;
  }

  @ResolveField(() => MessageInvoicePage, { description: 'The invoices it speaks of.' })
  async invoices(
    @Parent() message: Message,
    @Context('req') request: object,
    @Args() args: MessageInvoicesArgs,
  ): Promise<Page<Invoice>> {
    const invoices = message.invoices.map(({ customerId, invoiceId }) =>
      this.invoicesBy.of(request, { customerId, id: invoiceId }, undefined),
    );
    return pageOfInvoices(await Promise.all(invoices), args);
  }

  @ResolveField(() => [Money], { description: 'What is open of them, one amount a currency.' })
  amounts(@Parent() message: Message): Money[] {
    const sums = new Map<string, number>();
    for (const { currency, openMinor } of message.invoices) sums.set(currency, (sums.get(currency) ?? 0) + openMinor);
    return [...sums].map(([currency, minor]) => money(minor, currency));
  }
}

@Resolver(() => NotReminded)
export class NotRemindedResolver {
  constructor(
    private readonly customers: CustomersLoader,
    private readonly invoicesBy: InvoicesLoader,
  ) {}

  @ResolveField(() => Customer, { description: 'Whose.' })
  customer(@Parent() { invoice }: LeftOut, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, invoice.customerId, undefined);
  }

  @ResolveField(() => Invoice, { description: 'Which.' })
  invoice(@Parent() { invoice }: LeftOut, @Context('req') request: object): Promise<Invoice> {
    return this.invoicesBy.of(request, { customerId: invoice.customerId, id: invoice.invoiceId }, undefined);
  }

  @ResolveField(() => NotRemindedReason, { description: 'Why, as a code.' })
  reason(@Parent() { reason }: LeftOut): NotRemindedReason {
    return reason as NotRemindedReason;
  }

  @ResolveField(() => String, { description: 'The step of the campaign.' })
  step(@Parent() { step }: LeftOut): string {
    return step.key;
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    description: 'The day until which it is so, or on which it will be said; null when that is not known.',
  })
  until(@Parent() { until }: LeftOut): string | null {
    return until;
  }
}
