import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { InvoicesLoader } from '../ledger/ledger.loaders.js';
import type { Page } from '../shared/page.js';
import { EndPauseInput, PauseRemindersInput, PausesArgs, ReminderPause, ReminderPausePage } from './pause.view.js';
import { PausesService } from './pauses.service.js';

@Resolver(() => ReminderPause)
export class PausesResolver {
  constructor(
    private readonly service: PausesService,
    private readonly customers: CustomersLoader,
    private readonly invoicesBy: InvoicesLoader,
  ) {}

  @Allow('reminders.read')
  @Query(() => ReminderPausePage, { description: 'Whose reminders rest, or rested, and why.' })
  reminderPauses(@Args() args: PausesArgs): Promise<Page<ReminderPause>> {
    return this.service.pauses(args);
  }

  @Allow('reminders.leave-out')
  @Mutation(() => ReminderPause, { description: 'Lets reminders of a customer or an invoice rest.' })
  pauseReminders(
    @Args('input', { description: 'Whose, why and until when.' }) input: PauseRemindersInput,
  ): Promise<ReminderPause> {
    return this.service.pause(input);
  }

  @Allow('reminders.leave-out')
  @Mutation(() => ReminderPause, { description: 'Ends a pause before its day.' })
  endReminderPause(@Args('input', { description: 'Which.' }) input: EndPauseInput): Promise<ReminderPause> {
    return this.service.end(input.customerId, input.pauseId);
  }

  @ResolveField(() => Customer, { description: 'Whose.' })
  customer(@Parent() pause: ReminderPause, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, pause.customerId, undefined);
  }

  @ResolveField(() => Invoice, { nullable: true, description: 'Of which invoice alone; null: of all.' })
  invoice(
    @Parent() { customerId, invoiceId }: ReminderPause,
    @Context('req') request: object,
  ): Promise<Invoice> | null {
    return invoiceId === null ? null : this.invoicesBy.of(request, { customerId, id: invoiceId }, undefined);
  }
}
