import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { daysBetween } from '../../analytics/index.js';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Clock } from '../shared/clock.js';
import { wholeBook } from '../shared/cost.js';
import { Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { sortedPage } from '../shared/sorted-page.js';
import { Allocation } from './allocation.entity.js';
import { AllocationSort, AllocationsArgs } from './allocations.inputs.js';
import { Credit } from './credit.entity.js';
import { DisputeInput } from './disputes.inputs.js';
import { Disputes } from './disputes.service.js';
import { Invoice } from './invoice.entity.js';
import { InvoicesArgs } from './invoices.inputs.js';
import { InvoicesService } from './invoices.service.js';
import { type AllocationRow, AllocationsLoader, OpenLoader } from './ledger.loaders.js';
import { AllocationPage, InvoicePage } from './ledger.pages.js';

const AS_OF = { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' };

@Resolver(() => Invoice)
export class InvoicesResolver {
  constructor(
    private readonly service: InvoicesService,
    private readonly customers: CustomersLoader,
    private readonly opens: OpenLoader,
    private readonly clock: Clock,
    private readonly disputes: Disputes,
  ) {}

  @Allow('ledger.dispute')
  @Mutation(() => Invoice, { description: 'Says that an invoice is contested, or that the dispute is settled.' })
  setDispute(@Args('input', { description: 'Which, whether, and why.' }) input: DisputeInput): Promise<Invoice> {
    return this.disputes.set(input);
  }

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

  @ResolveField(() => AllocationPage, { description: 'What was set against it.' })
  async allocations(
    @Parent() invoice: Invoice,
    @Context('req') request: object,
    @Args() args: AllocationsArgs,
  ): Promise<Page<AllocationRow>> {
    const key = { customerId: invoice.customerId, id: invoice.id };
    const rows = await this.allocationsOf.of(request, key, undefined);
    const kind = args.filter?.kind;
    return sortedPage(kind === undefined ? rows : rows.filter(({ credit }) => credit.kind === kind), args, {
      name: 'allocations',
      value: (row) => (args.sort === AllocationSort.AMOUNT ? row.amountMinor : row.allocatedOn),
      key: (row) => `${row.allocatedOn} ${row.credit.id}`,
    });
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
