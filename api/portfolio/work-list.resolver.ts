import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { wholeBook } from '../shared/cost.js';
import type { Page } from '../shared/page.js';
import { WorkItem, WorkItemPage, WorkListArgs } from './work-list.js';
import { WorkListService } from './work-list.service.js';

@Resolver(() => WorkItem)
export class WorkListResolver {
  constructor(
    private readonly list: WorkListService,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('portfolio.read')
  @Query(() => WorkItemPage, { complexity: wholeBook, description: 'What to do today, what is most at stake first.' })
  workList(@Args() args: WorkListArgs): Promise<Page<WorkItem>> {
    return this.list.page(args);
  }

  @ResolveField(() => Customer, { description: 'With whom.' })
  customer(@Parent() item: WorkItem, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, item.customerId, undefined);
  }
}
