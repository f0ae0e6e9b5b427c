import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { InvoicesLoader } from '../ledger/ledger.loaders.js';
import { wholeBook } from '../shared/cost.js';
import type { Page } from '../shared/page.js';
import { whyNotInWords } from './reminder-plan.js';
import { ReminderStepLine, ReminderStepLinePage, ReminderStepsArgs } from './step-line.view.js';
import { StepLinesService } from './step-lines.service.js';

@Resolver(() => ReminderStepLine)
export class StepLinesResolver {
  constructor(
    private readonly service: StepLinesService,
    private readonly customers: CustomersLoader,
    private readonly invoicesBy: InvoicesLoader,
  ) {}

  @Allow('reminders.read')
  @Query(() => ReminderStepLinePage, {
    complexity: wholeBook,
    description: 'Each step of each invoice that is open, or was until 30 days ago: said, to be said, or not, and why.',
  })
  reminderSteps(@Args() args: ReminderStepsArgs): Promise<Page<ReminderStepLine>> {
    return this.service.page(args);
  }

  @ResolveField(() => Customer, { description: 'Whose.' })
  customer(@Parent() { of }: ReminderStepLine, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, of.invoice.customerId, undefined);
  }

  @ResolveField(() => Invoice, { description: 'Of which.' })
  invoice(@Parent() { of: { invoice } }: ReminderStepLine, @Context('req') request: object): Promise<Invoice> {
    return this.invoicesBy.of(request, { customerId: invoice.customerId, id: invoice.invoiceId }, undefined);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it is not said, in words.' })
  sentence(@Parent() { of, reason }: ReminderStepLine): string | null {
    return reason && whyNotInWords(of);
  }
}
