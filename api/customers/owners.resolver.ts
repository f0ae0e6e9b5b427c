import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import type { Page } from '../shared/page.js';
import { Customer } from './customer.entity.js';
import { OwnerInput, OwnersArgs } from './owner.inputs.js';
import { Owner, OwnerPage } from './owner.view.js';
import { OwnersLoader } from './owners.loader.js';
import { OwnersService } from './owners.service.js';

@Resolver(() => Customer)
export class OwnersResolver {
  constructor(
    private readonly service: OwnersService,
    private readonly byId: OwnersLoader,
  ) {}

  @Allow('owners.set')
  @Query(() => OwnerPage, { description: 'Sales people who can be made the owner of a customer.' })
  owners(@Args() args: OwnersArgs): Promise<Page<Owner>> {
    return this.service.page(args);
  }

  @Allow('owners.set')
  @Mutation(() => Customer, {
    description: 'Says which person owns a customer: sales people see the customers they own.',
  })
  setOwner(@Args('input', { description: 'Which customer, and who.' }) input: OwnerInput): Promise<Customer> {
    return this.service.set(input);
  }

  @ResolveField(() => Owner, { nullable: true, description: 'Who owns it; null: nobody, so no sales person sees it.' })
  owner(@Parent() customer: Customer, @Context('req') request: object): Promise<Owner | null> | null {
    return customer.ownerId === null ? null : this.byId.of(request, customer.ownerId, undefined);
  }
}
