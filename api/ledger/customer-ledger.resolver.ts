import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Customer } from '../customers/customer.entity.js';
import { Clock } from '../shared/clock.js';
import { Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { Aging, AgingBasis } from './aging.view.js';
import { BalancesLoader } from './balances.loader.js';
import type { Credit } from './credit.entity.js';
import { DaysLateArgs } from './days-late.inputs.js';
import { DaysLatePage, type DaysLatePoint } from './days-late.view.js';
import { CreditsOfLoader, DaysLateOfLoader, InvoicesOfLoader } from './documents.loaders.js';
import { CreditsArgs, InvoicesArgs } from './invoices.inputs.js';
import { AgingLoader, ArrearsLoader } from './ledger.loaders.js';
import { CreditPage, InvoicePage } from './ledger.pages.js';

const AS_OF = { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' };
const BY = { type: () => AgingBasis, defaultValue: AgingBasis.DUE, description: 'From which day the age is counted.' };

/** What the ledger has to say about a customer. */
@Resolver(() => Customer)
export class CustomerBalanceResolver {
  constructor(
    private readonly agings: AgingLoader,
    private readonly balances: BalancesLoader,
    private readonly arrears: ArrearsLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [Aging], {
    description: 'What it owes on a day by how long it has been owed: one row a currency.',
  })
  aging(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('by', BY) by: AgingBasis,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<Aging[]> {
    return this.agings.of(request, customer.id, { asOf: asOf ?? this.clock.today(), by });
  }

  @ResolveField(() => Money, { description: 'Open invoices less unapplied cash on a day, in its currency.' })
  async balance(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<Money> {
    return money(
      (await this.balances.of(request, customer.id, { asOf: asOf ?? this.clock.today() })).balance,
      customer.currency,
    );
  }

  @ResolveField(() => Money, { description: 'What of it is past due on a day, in its currency.' })
  async overdue(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<Money> {
    return money(
      (await this.balances.of(request, customer.id, { asOf: asOf ?? this.clock.today() })).overdue,
      customer.currency,
    );
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Days past due of its oldest open invoice on a day; null when nothing is open.',
  })
  async oldestDaysPastDue(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args('asOf', AS_OF) asOf?: string,
  ): Promise<number | null> {
    return (await this.arrears.of(request, customer.id, { asOf: asOf ?? this.clock.today() })).oldestDaysPastDue;
  }
}

@Resolver(() => Customer)
export class CustomerDocumentsResolver {
  constructor(
    private readonly invoicesOf: InvoicesOfLoader,
    private readonly creditsOf: CreditsOfLoader,
    private readonly daysLateOf: DaysLateOfLoader,
  ) {}

  @ResolveField(() => InvoicePage, { description: 'Its invoices.' })
  invoices(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: InvoicesArgs,
  ): Promise<InvoicePage> {
    return this.invoicesOf.of(request, customer.id, args);
  }

  @ResolveField(() => CreditPage, { description: 'Its payments, credit notes and write-offs.' })
  credits(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: CreditsArgs,
  ): Promise<Page<Credit>> {
    return this.creditsOf.of(request, customer.id, args);
  }

  @ResolveField(() => DaysLatePage, { description: 'Its invoices settled by a day: how late each was paid.' })
  daysLate(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: DaysLateArgs,
  ): Promise<Page<DaysLatePoint>> {
    return this.daysLateOf.of(request, customer.id, args);
  }
}
