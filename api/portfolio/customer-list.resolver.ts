import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Request } from 'express';
import { Allow, mustBeAllowed } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { wholeBook } from '../shared/cost.js';
import { CustomerPage, CustomerRow, CustomerSort, CustomersArgs, CustomersWithoutRate } from './customer-list.js';
import { CustomerListService, type CustomerPageRead, type CustomerRowRead } from './customer-list.service.js';

@Resolver(() => CustomerRow)
export class CustomerListResolver {
  constructor(
    private readonly list: CustomerListService,
    private readonly byId: CustomersLoader,
  ) {}

  @Allow('ledger.read')
  @Query(() => CustomerPage, { complexity: wholeBook, description: 'Customers with their figures on a day.' })
  customers(@Args() args: CustomersArgs, @Context('req') request: Request): Promise<CustomerPageRead> {
    // Who is sorted or chosen by scores is as good as shown them.
    const { grade, isThin } = args.filter ?? {};
    if (args.sort === CustomerSort.POINTS || grade !== undefined || isThin !== undefined)
      mustBeAllowed('scores.read', request.caller);
    return this.list.customers(args);
  }

  @ResolveField(() => Customer, { description: 'Who.' })
  customer(@Parent() row: CustomerRowRead, @Context('req') request: object): Promise<Customer> {
    return this.byId.of(request, row.customerId, undefined);
  }
}

@Resolver(() => CustomerPage)
export class CustomerPageResolver {
  constructor(private readonly list: CustomerListService) {}

  @ResolveField(() => [CustomersWithoutRate], {
    complexity: wholeBook,
    description: 'Customers of the whole list that owe something in a currency without a rate on the day, by currency.',
  })
  withoutRate(@Parent() page: CustomerPageRead): Promise<CustomersWithoutRate[]> {
    return this.list.withoutRate(page.args);
  }
}
