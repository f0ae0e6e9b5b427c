import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Invoice } from '../ledger/invoice.entity.js';
import type { Page } from '../shared/page.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery, DeliveryPage, MailboxMessage, MailboxPage, RemindersSent } from './delivery.view.js';
import { DeliveryInvoicesLoader } from './delivery-invoices.loader.js';
import { MessageInvoicePage, MessageInvoicesArgs, pageOfInvoices } from './message-invoices.js';
import { DeliveriesArgs, MailboxArgs, SendRemindersInput, SettleDeliveryInput } from './reminders.inputs.js';
import { RemindersService } from './reminders.service.js';

@Resolver(() => Delivery)
export class RemindersResolver {
  constructor(
    private readonly reminders: RemindersService,
    private readonly service: DeliveriesService,
    private readonly customers: CustomersLoader,
    private readonly invoicesOf: DeliveryInvoicesLoader,
  ) {}

  @Allow('reminders.send')
  @Mutation(() => RemindersSent, {
    description: 'Sends the reminders of a day: each once, whoever asks however often.',
  })
  sendReminders(@Args('input', { description: 'Which day.' }) input: SendRemindersInput): Promise<RemindersSent> {
    return this.reminders.send(input.on, input.atOnce);
  }

  @Allow('reminders.send')
  @Mutation(() => Delivery, { description: 'Says what became of a message in doubt.' })
  settleUnknownDelivery(
    @Args('input', { description: 'Which, and what.' }) input: SettleDeliveryInput,
  ): Promise<Delivery> {
    return this.service.settleUnknown(input.customerId, input.deliveryId, input.wasSent);
  }

  @Allow('reminders.read')
  @Query(() => DeliveryPage, { description: 'Messages on their way, or gone.' })
  deliveries(@Args() args: DeliveriesArgs): Promise<Page<Delivery>> {
    return this.service.deliveries(args);
  }

  @Allow('mailbox.read')
  @Query(() => MailboxPage, {
    description: 'Messages that stayed in the product because no mail server is configured.',
  })
  mailbox(@Args() args: MailboxArgs): Promise<Page<MailboxMessage>> {
    return this.service.mailbox(args);
  }

  @ResolveField(() => Customer, { description: 'To whom.' })
  customer(@Parent() delivery: Delivery, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, delivery.customerId, undefined);
  }

  @ResolveField(() => MessageInvoicePage, { description: 'The invoices it speaks of.' })
  async invoices(
    @Parent() delivery: Delivery,
    @Context('req') request: object,
    @Args() args: MessageInvoicesArgs,
  ): Promise<Page<Invoice>> {
    const key = { customerId: delivery.customerId, id: delivery.id };
    return pageOfInvoices(await this.invoicesOf.of(request, key, undefined), args);
  }
}
