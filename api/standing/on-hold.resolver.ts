import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { BalancesLoader } from '../ledger/balances.loader.js';
import { Clock } from '../shared/clock.js';
import { listOf, Values } from '../shared/list.js';
import { Money, money } from '../shared/money.view.js';
import { type Page, PageArgs, SortDirection } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { StandingLoader } from './standing.loader.js';
import { HELD } from './standing.states.js';
import { CustomerOnHold, CustomerOnHoldPage, Standing } from './standing.view.js';

@Resolver(() => CustomerOnHold)
export class OnHoldResolver {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly customers: CustomersLoader,
    private readonly balances: BalancesLoader,
    private readonly standings: StandingLoader,
  ) {}

  @Allow('standing.read')
  @Query(() => CustomerOnHoldPage, {
    description: 'Customers whose orders are on hold or whose supply is stopped, newest first.',
  })
  customersOnHold(@Args() page: PageArgs): Promise<Page<CustomerOnHold>> {
    const values = new Values();
    return listOf<CustomerOnHold>(this.sql, {
      select: 's.customer_id as "customerId"',
      from: 'standing s',
      where: [`s.state = any(${values.add(HELD)})`],
      values,
      sort: { by: 's.since', type: 'timestamptz' },
      key: 's.customer_id',
      direction: SortDirection.DESC,
      page,
    });
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() row: CustomerOnHold, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, row.customerId, undefined);
  }

  @ResolveField(() => Standing, { description: 'How it stands, and why.' })
  standing(@Parent() row: CustomerOnHold, @Context('req') request: object): Promise<Standing> {
    return this.standings.of(request, row.customerId, undefined);
  }

  @ResolveField(() => Money, { description: 'What is overdue today, in its currency.' })
  async overdue(@Parent() row: CustomerOnHold, @Context('req') request: object): Promise<Money> {
    const customer = await this.customers.of(request, row.customerId, undefined);
    return money(
      (await this.balances.of(request, row.customerId, { asOf: this.clock.today() })).overdue,
      customer.currency,
    );
  }
}
