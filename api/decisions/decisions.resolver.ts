import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { BureauScaleView, Decision, DecisionPage, VetResult } from './decision.view.js';
import { DecisionsArgs, VetInput } from './decisions.inputs.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import { DecisionsService } from './decisions.service.js';

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('decisions.vet')
  @Mutation(() => VetResult, {
    description: 'Says what we would offer a prospect, and keeps it as a decision when asked to.',
  })
  vet(@Args('input', { description: 'The prospect.' }) input: VetInput): Promise<VetResult> {
    return this.service.vet(input);
  }

  @Allow('credit-checks.read')
  @Query(() => DecisionPage, { description: 'Decisions that were kept.' })
  decisions(@Args() args: DecisionsArgs): Promise<Page<Decision>> {
    return this.service.decisions(args);
  }

  @Allow('decisions.vet')
  @Query(() => [BureauScaleView], { description: 'The scales bureau scores can be given on.' })
  bureauScales(): BureauScaleView[] {
    return this.service.bureauScales();
  }

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() decision: Decision, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, decision.customerId, undefined);
  }
}

/** Adds to a customer what was decided about it. */
@Resolver(() => Customer)
export class CustomerDecisionsResolver {
  constructor(private readonly decisions: DecisionsOfLoader) {}

  @Allow('credit-checks.read')
  @ResolveField(() => DecisionPage, { name: 'decisions', description: 'What was decided about it.' })
  decisionsOf(
    @Parent() customer: Customer,
    @Context('req') request: object,
    @Args() args: DecisionsArgs,
  ): Promise<Page<Decision>> {
    return this.decisions.of(request, customer.id, args);
  }
}
