import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { daysBetween } from '../../analytics/index.js';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Clock } from '../shared/clock.js';
import { wholeBook } from '../shared/cost.js';
import { Money, money } from '../shared/money.view.js';
import { DayScalar } from '../shared/scalars.js';
import { Allocation } from './allocation.entity.js';
import { Credit } from './credit.entity.js';
import { Invoice } from './invoice.entity.js';
import { InvoicesArgs } from './invoices.inputs.js';
import { InvoicesService } from './invoices.service.js';
import { type AllocationRow, AllocationsLoader, OpenLoader } from './ledger.loaders.js';
import { InvoicePage } from './ledger.pages.js';

const AS_OF = { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' };

@Resolver(() => Invoice)
export class InvoicesResolver {
  constructor(
    private readonly service: InvoicesService,
    private readonly customers: CustomersLoader,
    private readonly opens: OpenLoader,
    private readonly clock: Clock,
  ) {}

  @Allow('ledger.read')
  @Query(() => InvoicePage, { complexity: wholeBook, description: 'Invoices of the whole book.' })
  invoices(@Args() args: InvoicesArgs): Promise<InvoicePage> {
    return this.service.invoices(args);
  }

  @ResolveField(() => Customer, { description: 'Who owes it.' })
  customer(@Parent() invoice: Invoice, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, invoice.customerId, undefined);
  }

  @ResolveField(() => Money, { description: 'What was asked.' })
  amount(@Parent() invoice: Invoice): Money {
    return money(invoice.amountMinor, invoice.currency);
  }

  @ResolveField(() => Money, { description: 'What of it is open on a day.' })
  async open(
    @Parent() invoice: Invoice,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<Money> {
    return money(await this.opens.openOf(request, invoice, asOf ?? this.clock.today()), invoice.currency);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Days past due on a day, negative before it; null once settled.',
  })
  daysPastDue(@Parent() invoice: Invoice, @Args('asOf', AS_OF) asOf?: string): number | null {
    const day = asOf ?? this.clock.today();
    return invoice.settledOn !== null && invoice.settledOn <= day ? null : daysBetween(invoice.dueOn, day);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Days from the due day to the day it was settled, negative when early; null while open.',
  })
  daysLate(@Parent() invoice: Invoice): number | null {
    return invoice.settledOn === null ? null : daysBetween(invoice.dueOn, invoice.settledOn);
  }
}

@Resolver(() => Invoice)
export class InvoiceAllocationsResolver {
  constructor(private readonly allocationsOf: AllocationsLoader) {}

  @ResolveField(() => [Allocation], { description: 'What was set against it, in order of day.' })
  allocations(@Parent() invoice: Invoice, @Context('req') request: object): Promise<AllocationRow[]> {
    return this.allocationsOf.of(request, { customerId: invoice.customerId, id: invoice.id }, undefined);
  }
}

@Resolver(() => Allocation)
export class AllocationsResolver {
  @ResolveField(() => Money, { description: 'How much.' })
  amount(@Parent() row: AllocationRow): Money {
    return money(row.amountMinor, row.credit.currency);
  }

  @ResolveField(() => Credit, { description: 'Of which payment, credit note or write-off.' })
  credit(@Parent() row: AllocationRow): Credit {
    return row.credit;
  }
}

@Resolver(() => Credit)
export class CreditsResolver {
  constructor(private readonly customers: CustomersLoader) {}

  @ResolveField(() => Money, { description: 'Its amount; negative for a returned payment.' })
  amount(@Parent() credit: Credit): Money {
    return money(credit.amountMinor, credit.currency);
  }

  @ResolveField(() => Money, { description: 'What of it is not set against an invoice.' })
  unapplied(@Parent() credit: Credit): Money {
    return money(credit.amountMinor - credit.allocatedMinor, credit.currency);
  }

  @ResolveField(() => Customer, { description: 'Whose.' })
  customer(@Parent() credit: Credit, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, credit.customerId, undefined);
  }
}
