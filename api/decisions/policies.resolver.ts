import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { wholeBook } from '../shared/cost.js';
import { JsonScalar } from '../shared/scalars.js';
import { DraftPolicyInput, PolicyChangesArgs, PolicyOfferChangesArgs } from './policies.inputs.js';
import { Policies } from './policies.service.js';
import { policyJsonSchema } from './policy.js';
import { PolicyActivation, PolicyChange, PolicyChangePage, PolicyView } from './policy.view.js';
import { PolicyOffers } from './policy-offers.service.js';
import { PolicyOfferChange, PolicyOfferChangePage } from './policy-offers.view.js';
import { PolicyPreview } from './policy-preview.service.js';

@Resolver(() => PolicyChange)
export class PoliciesResolver {
  constructor(
    private readonly policies: Policies,
    private readonly preview: PolicyPreview,
    private readonly offers: PolicyOffers,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('book.read')
  @Query(() => PolicyView, { description: 'The policy that recommendations stand on.' })
  policy(): Promise<PolicyView> {
    return this.policies.shownInForce();
  }

  @Allow('book.read')
  @Query(() => JsonScalar, { description: 'What a policy document may hold: a JSON Schema.' })
  policySchema(): unknown {
    return policyJsonSchema();
  }

  @Allow('policies.draft')
  @Query(() => PolicyView, { nullable: true, description: 'The draft of the next policy; null when there is none.' })
  policyDraft(): Promise<PolicyView | null> {
    return this.policies.shownDraft();
  }

  @Allow('policies.draft')
  @Query(() => PolicyChangePage, {
    complexity: wholeBook,
    description: 'Customers whose limit, terms or least deposit the draft would change.',
  })
  policyChanges(@Args() args: PolicyChangesArgs): Promise<unknown> {
    return this.preview.changes(args);
  }

  @Allow('policies.draft')
  @Query(() => PolicyOfferChangePage, {
    complexity: wholeBook,
    description: 'Recent decisions whose outcome, limit, deposit, terms or billing period the draft would change.',
  })
  policyOfferChanges(@Args() args: PolicyOfferChangesArgs): Promise<unknown> {
    return this.offers.changes(args);
  }

  @Allow('policies.draft')
  @Mutation(() => PolicyView, { description: 'Writes the draft of the next policy.' })
  draftPolicy(@Args('input', { description: 'What changes, and why.' }) input: DraftPolicyInput): Promise<PolicyView> {
    return this.policies.write(input);
  }

  @Allow('policies.draft')
  @Mutation(() => Boolean, { description: 'Discards the draft.' })
  discardPolicyDraft(): Promise<boolean> {
    return this.policies.discard();
  }

  @Allow('policies.draft')
  @Mutation(() => PolicyActivation, { description: 'Asks another person to let recommendations stand on the draft.' })
  activatePolicy(): Promise<PolicyActivation> {
    return this.policies.activate();
  }

  @ResolveField(() => Customer, { description: 'Whom.' })
  customer(@Parent() change: PolicyChange, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, change.customerId, undefined);
  }
}

@Resolver(() => PolicyOfferChange)
export class PolicyOfferChangeResolver {
  constructor(private readonly customers: CustomersLoader) {}

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() change: PolicyOfferChange, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, change.customerId, undefined);
  }
}
