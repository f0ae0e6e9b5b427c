import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { CreditCheckReads } from '../credit-checks/credit-check-reads.loader.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import { Decision, DecisionPage, Recommendation, Replay, VetResult } from './decision.view.js';
import { DecisionsArgs, VetInput } from './decisions.inputs.js';
import { DecisionsOfLoader } from './decisions.loader.js';
import { DecisionsService } from './decisions.service.js';
import { Replays } from './replays.service.js';
import { shownInputs } from './show-recommendation.js';

@Resolver(() => Decision)
export class DecisionsResolver {
  constructor(
    private readonly service: DecisionsService,
    private readonly replays: Replays,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('decisions.vet')
  @Mutation(() => VetResult, {
    description:
      'Says what we would offer a prospect, and keeps it as a decision when asked to. Providers that are set up for it are asked first, by number and country, where whoever vets may ask them.',
  })
  vet(@Args('input', { description: 'The prospect.' }) input: VetInput): Promise<VetResult> {
    return this.service.vet(input);
  }

  @Allow('credit-checks.read')
  @Query(() => DecisionPage, { description: 'Decisions that were kept.' })
  decisions(@Args() args: DecisionsArgs): Promise<Page<Decision>> {
    return this.service.decisions(args);
  }

  @Allow('credit-checks.read')
  @Query(() => Replay, {
    description: 'Makes a kept decision again from what it saw, with the policy it was made with.',
  })
  replayDecision(
    @Args('customerId', { type: () => ID, description: 'About whom.' }) customerId: string,
    @Args('decisionId', { type: () => ID, description: 'Which decision.' }) decisionId: string,
  ): Promise<Replay> {
    return this.replays.of(customerId, decisionId);
  }

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() decision: Decision, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, decision.customerId, undefined);
  }
}

/** What a kept decision tells of the credit check it stands on: written down before it is told. */
@Resolver(() => Decision)
export class DecisionInputsResolver {
  constructor(private readonly reads: CreditCheckReads) {}

  @ResolveField()
  async inputs(@Parent() decision: Decision, @Context('req') request: object): Promise<unknown> {
    await this.reads.of(request, { customerId: decision.customerId, decision: decision.id }, undefined);
    return shownInputs(decision.inputs);
  }
}

@Resolver(() => Recommendation)
export class KeptRecommendationResolver {
  constructor(private readonly reads: CreditCheckReads) {}

  @ResolveField()
  reasons(@Parent() kept: Recommendation, @Context('req') request: object): Promise<Recommendation['reasons']> {
    return this.told(kept, 'reasons', request);
  }

  @ResolveField()
  principalReasons(@Parent() kept: Recommendation, @Context('req') request: object): Promise<string[]> {
    return this.told(kept, 'principalReasons', request);
  }

  @ResolveField()
  findings(@Parent() kept: Recommendation, @Context('req') request: object): Promise<Recommendation['findings']> {
    return this.told(kept, 'findings', request);
  }

  @ResolveField()
  limitParts(@Parent() kept: Recommendation, @Context('req') request: object): Promise<Recommendation['limitParts']> {
    return this.told(kept, 'limitParts', request);
  }

  @ResolveField()
  notes(@Parent() kept: Recommendation, @Context('req') request: object): Promise<Recommendation['notes']> {
    return this.told(kept, 'notes', request);
  }

  private async told<Part extends keyof Recommendation>(kept: Recommendation, part: Part, request: object) {
    const { keptAs } = kept;
    if (keptAs) await this.reads.of(request, { customerId: keptAs.customerId, decision: keptAs.id }, undefined);
    return kept[part];
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
