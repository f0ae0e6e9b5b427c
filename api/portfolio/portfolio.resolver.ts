import { Args, Context, Float, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Aging, AgingBasis } from '../ledger/aging.view.js';
import { Clock } from '../shared/clock.js';
import { wholeBook, wholeBookPerMonth } from '../shared/cost.js';
import { Loader } from '../shared/loader.js';
import { DayScalar } from '../shared/scalars.js';
import { PortfolioService, type Snapshot } from './portfolio.service.js';
import { DebtorBalance, GradeAging, Portfolio, PortfolioPoint } from './portfolio.view.js';

const BY = { type: () => AgingBasis, defaultValue: AgingBasis.DUE, description: 'From which day the age is counted.' };

/** One snapshot serves all fields of a request that speak of the same day. */
export class SnapshotLoader extends Loader<Snapshot, { asOf: string; by: AgingBasis }> {
  constructor(private readonly portfolios: PortfolioService) {
    super();
  }

  protected async load(keys: readonly number[], { asOf, by }: { asOf: string; by: AgingBasis }): Promise<Snapshot[]> {
    const snapshot = await this.portfolios.snapshot(asOf, by);
    return keys.map(() => snapshot);
  }
}

@Resolver(() => Portfolio)
export class PortfolioResolver {
  private readonly snapshots: SnapshotLoader;

  constructor(
    private readonly portfolios: PortfolioService,
    private readonly clock: Clock,
  ) {
    this.snapshots = new SnapshotLoader(portfolios);
  }

  @Allow('portfolio.read')
  @Query(() => Portfolio, {
    complexity: wholeBook,
    description: 'The whole book on a day: what is owed, how old it is, what to expect.',
  })
  async portfolio(
    @Context('req') request: object,
    @Args('asOf', { type: () => DayScalar, nullable: true, description: 'The day; today when not given.' })
    asOf?: string,
  ): Promise<Portfolio> {
    return this.portfolios.portfolio(
      await this.snapshots.of(request, 0, { asOf: asOf ?? this.clock.today(), by: AgingBasis.DUE }),
    );
  }

  @ResolveField(() => [GradeAging], {
    complexity: wholeBook,
    description: 'Ageing by grade, A first, in the reporting currency.',
  })
  async agingByGrade(
    @Parent() { asOf }: Portfolio,
    @Context('req') request: object,
    @Args('by', BY) by: AgingBasis,
  ): Promise<GradeAging[]> {
    return this.portfolios.byGrade(await this.snapshots.of(request, 0, { asOf, by }));
  }

  @ResolveField(() => [Aging], {
    complexity: wholeBook,
    description: 'Ageing by currency, in that currency: exact to the cent.',
  })
  agingByCurrency(@Parent() { asOf }: Portfolio, @Args('by', BY) by: AgingBasis): Promise<Aging[]> {
    return this.portfolios.byCurrency(asOf, by);
  }

  @ResolveField(() => [DebtorBalance], { description: 'The customers that owe most.' })
  async topDebtors(
    @Parent() { asOf }: Portfolio,
    @Context('req') request: object,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'How many: 1 to 50.' }) first: number,
  ): Promise<Omit<DebtorBalance, 'customer'>[]> {
    return this.portfolios.topDebtors(await this.snapshots.of(request, 0, { asOf, by: AgingBasis.DUE }), first);
  }

  @ResolveField(() => Float, {
    nullable: true,
    complexity: wholeBook,
    description:
      'Collection effectiveness index of the last 90 days, in percent: of what could have been collected, what was. Null when there was nothing to collect.',
  })
  collectionEffectiveness(@Parent() portfolio: Portfolio): Promise<number | null> {
    return this.portfolios.collectionEffectiveness(portfolio);
  }

  @ResolveField(() => [PortfolioPoint], {
    complexity: wholeBookPerMonth,
    description: 'Month ends before the day and the day itself, oldest first: what was owed and overdue then.',
  })
  history(
    @Parent() { asOf }: Portfolio,
    @Args('months', { type: () => Int, defaultValue: 12, description: 'How many month ends: 1 to 36.' }) months: number,
  ): Promise<PortfolioPoint[]> {
    return this.portfolios.history(asOf, months);
  }
}

@Resolver(() => DebtorBalance)
export class DebtorsResolver {
  constructor(private readonly customers: CustomersLoader) {}

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() debtor: DebtorBalance, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, debtor.customerId, undefined);
  }
}
